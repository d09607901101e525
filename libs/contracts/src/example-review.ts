import { EXAMPLE_OBJECTIVE, EXAMPLE_PATH, EXAMPLE_TITLE } from './example-document.js';
import { EXAMPLE_IDS } from './example-ids.js';
import { EXAMPLE_FINDINGS, EXAMPLE_VERDICT } from './example-verdict.js';

/** What the example session waits for. */
export const EXAMPLE_REVIEW = {
  review_uuid: EXAMPLE_IDS.review,
  session_uuid: EXAMPLE_IDS.session,
  session_title: EXAMPLE_TITLE,
  session_objective: EXAMPLE_OBJECTIVE,
  node_id: 'human_review',
  node_name: 'Review & Apply',
  round: 2,
  status: 'pending',
  request: {
    review_uuid: EXAMPLE_IDS.review,
    name: 'Review & Apply',
    round: 2,
    reason: 'Human review required',
    timeout: 0,
    allow_skip: false,
    instructions: '',
    actions: ['approve', 'modify', 'reject', 'continue', 'rollback', 'apply', 'exit'],
    draft: EXAMPLE_FINDINGS,
    score: EXAMPLE_VERDICT.weighted_total,
    document: { path: EXAMPLE_PATH, current: 2, proposed: 3, before_round: 2 },
  },
  requested_at: '2026-11-24T10:06:12.610Z',
  expires_at: null,
  is_expired: false,
  decision: null,
};

/** The proposal is taken, and no further round begins. */
export const EXAMPLE_DECISION = { action: 'apply', data: { comment: 'Start with the January rota.' }, by: 'user' };

export const EXAMPLE_DECIDED = {
  ...EXAMPLE_REVIEW,
  status: 'decided',
  decision: {
    review_uuid: EXAMPLE_IDS.review,
    ...EXAMPLE_DECISION,
    is_automatic: false,
    decided_at: '2026-11-24T10:31:05.733Z',
  },
};
