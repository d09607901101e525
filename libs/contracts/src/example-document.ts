import { EXAMPLE_IDS } from './example-ids.js';

const textOf = (decision: string): string =>
  [
    '# Keep the support line open on Saturdays?',
    'A Saturday brings 38 calls; 22 of them come from shops that cannot wait for Monday.',
    'Two people are on duty each Saturday, and missing on Tuesdays and Thursdays.',
    decision,
    '',
  ].join('\n');

const KEEP = 'We keep the Saturdays as they are.';
const ON_CALL = 'We keep an emergency line on Saturdays: one person on call.';
const ON_CALL_FOR_TILLS =
  'We keep an emergency line on Saturdays: one person on call, only for tills that stand still.';

/** The document that the example session works on, as it was given. */
export const EXAMPLE_DOCUMENT = textOf(KEEP);
export const EXAMPLE_TITLE = 'Keep the support line open on Saturdays?';
export const EXAMPLE_OBJECTIVE = 'Decide what becomes of the Saturdays, and at what cost.';
export const EXAMPLE_PATH = '/document.md';

const version = (number: number, file_uuid: string, more: object) => ({
  file_uuid,
  session_uuid: EXAMPLE_IDS.session,
  path: EXAMPLE_PATH,
  version: number,
  ...more,
});

/** A proposal of the second round, which nobody has taken yet. */
export const EXAMPLE_PROPOSAL = version(3, 'b7c4f1d2-93a8-4d65-a0e7-5c28f6b13d90', {
  content: textOf(ON_CALL_FOR_TILLS),
  author: 'System Surgeon',
  reason: 'Order 1: say who may call on a Saturday',
  base_version: 2,
  is_proposed: true,
  created_at: '2026-11-24T10:06:12.480Z',
});

/** Newest first. */
export const EXAMPLE_VERSIONS = [
  EXAMPLE_PROPOSAL,
  version(2, '0d95e8a6-27fb-4c13-8b4e-e1a7603cf529', {
    content: textOf(ON_CALL),
    author: 'System Surgeon',
    reason: 'Order 1: name what the Saturdays may cost',
    base_version: 1,
    is_proposed: true,
    created_at: '2026-11-24T10:02:31.905Z',
  }),
  version(1, 'e46a1441-db2d-5081-90be-c98c15f68475', {
    content: EXAMPLE_DOCUMENT,
    author: 'user',
    reason: 'input',
    base_version: null,
    is_proposed: false,
    created_at: '2026-11-24T10:00:00.120Z',
  }),
];

export const EXAMPLE_DIFF = [
  `Index: ${EXAMPLE_PATH}`,
  '===================================================================',
  `--- ${EXAMPLE_PATH}\tversion 2`,
  `+++ ${EXAMPLE_PATH}\tversion 3`,
  '@@ -1,4 +1,4 @@',
  ...textOf(ON_CALL)
    .split('\n')
    .slice(0, 3)
    .map((line) => ` ${line}`),
  `-${ON_CALL}`,
  `+${ON_CALL_FOR_TILLS}`,
  '',
].join('\n');
