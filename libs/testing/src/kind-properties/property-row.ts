import type { graphOf } from '../session-builder.js';
import type { PlayScript } from '../play-session.js';
import { onceFailing } from './played-answers.js';

/** Agents that no seed has made. */
export const OTHER_AGENT = '11111111-1111-4111-8111-111111111111';
export const THIRD_AGENT = '22222222-2222-4222-8222-222222222222';

/** Two values of a property, which have to give two observably different runs. */
export interface PropertyRow {
  readonly kind: string;
  readonly property: string;
  readonly values: readonly [unknown, unknown];
  /** Around the node `x`; without it: start, a speaker, `x`, end. */
  readonly graph?: Parameters<typeof graphOf>[0];
  /** Of the other nodes, and what `x` needs beside the property. */
  readonly more?: Readonly<Record<string, Record<string, unknown>>>;
  readonly script?: Partial<PlayScript>;
}

export const LINE = { start: ['start', 'a'], a: ['agent', 'x'], x: ['?', 'end'], end: ['end'] } as const;
export const ALONE = { start: ['start', 'x'], x: ['?', 'end'], end: ['end'] } as const;
export const FORK = {
  start: ['start', 'a'],
  a: ['agent', 'x'],
  x: ['?', 'yes', 'no'],
  yes: ['agent', 'end'],
  no: ['agent', 'end'],
  end: ['end'],
} as const;
export const MEET = {
  start: ['start', 'a', 'b'],
  a: ['agent', 'x'],
  b: ['agent', 'x'],
  x: ['?', 'end'],
  end: ['end'],
} as const;
export const LOOP = {
  start: ['start', 'judge'],
  judge: ['agent', 'x'],
  x: ['?', 'judge', 'end'],
  end: ['end'],
} as const;
export const REVIEWED_LOOP = {
  start: ['start', 'judge'],
  judge: ['agent', 'x'],
  x: ['?', 'loop'],
  loop: ['loop', 'judge', 'end'],
  end: ['end'],
} as const;
export const JUDGE = { judge: { agent_uuid: OTHER_AGENT, output_format: 'structured_verdict' } };

/** What all kinds have that ask a model. */
export const speaking = (kind: string, needs: Record<string, unknown>): PropertyRow[] => [
  { kind, property: 'timeout_seconds', values: [5, 60], more: { x: needs } },
  { kind, property: 'retries', values: [0, 1], more: { x: needs }, script: { answer: onceFailing() } },
];

/** What all kinds have at which branches meet. */
export const joining = (kind: string, needs: Record<string, unknown> = {}): PropertyRow => ({
  kind,
  property: 'join',
  values: ['all', 'any'],
  graph: MEET,
  more: { x: needs },
});
