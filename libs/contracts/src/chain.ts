import { z } from 'zod';
import { EXAMPLE_IDS } from './example-ids.js';
import { Report } from './report.js';
import { Uuid } from './text.js';

/** An event as it is exported: what it says is kept as it is, since its hash is over that. */
export const ChainedEvent = z.object({
  seq: z.int(),
  event: z.string(),
  node_id: z.string().optional(),
  timestamp: z.string(),
  data: z.unknown(),
  /** Null: it was written before logs were chained. */
  hash: z.string().nullable(),
});
export type ChainedEvent = z.infer<typeof ChainedEvent>;

/** Where a log ends, as its session says it: what was cut off at the end is found by it. */
export const ChainHead = z.object({
  session_uuid: Uuid,
  last_seq: z.int(),
  /** Null: no event is chained yet. */
  head_hash: z.string().nullable(),
});
export type ChainHead = z.infer<typeof ChainHead>;

/**
 * `missing`: its place is empty. `misplaced`: another event stands there. `altered`: it is not what was chained there, or
 * what stands before it is not. `surplus`: it stands behind the end. `head`: the session names another end.
 */
export const ChainProblem = z.enum(['missing', 'misplaced', 'altered', 'surplus', 'head']);
export type ChainProblem = z.infer<typeof ChainProblem>;

export const Verification = z
  .object({
    ...ChainHead.shape,
    is_intact: z.boolean(),
    /** How many events there are. */
    events: z.int(),
    /** Events before this one have no hash: nobody can say whether they are what they were. */
    unchained_before: z.int().nullable(),
    first_change: z
      .object({ seq: z.int(), event: z.string().nullable(), problem: ChainProblem, message: z.string() })
      .nullable(),
  })
  .meta({
    id: 'Verification',
    example: {
      session_uuid: EXAMPLE_IDS.session,
      last_seq: 31,
      head_hash: 'd2a84f4b8b650937ec8f73cd8be2c74add5a911ba64df27458ed8229da804a26',
      is_intact: false,
      events: 31,
      unchained_before: null,
      first_change: {
        seq: 12,
        event: 'message:completed',
        problem: 'altered',
        message: 'event 12 (message:completed) is not what was chained there',
      },
    },
  });
export type Verification = z.infer<typeof Verification>;

/** A whole session in one file: its log proves itself, `report` is a reading of it for people. */
export const SessionExport = z
  .object({
    format: z.literal('council-session/1'),
    ...ChainHead.shape,
    engine_version: z.int(),
    events: z.array(ChainedEvent),
    report: Report.nullable(),
  })
  .meta({
    id: 'SessionExport',
    example: {
      format: 'council-session/1',
      session_uuid: EXAMPLE_IDS.session,
      last_seq: 2,
      head_hash: 'd2a84f4b8b650937ec8f73cd8be2c74add5a911ba64df27458ed8229da804a26',
      engine_version: 1,
      events: [
        {
          seq: 2,
          event: 'execution:started',
          timestamp: '2026-11-24T10:00:00.120Z',
          data: { run: 1 },
          hash: 'd2a84f4b8b650937ec8f73cd8be2c74add5a911ba64df27458ed8229da804a26',
        },
      ],
      report: null,
    },
  });
export type SessionExport = z.infer<typeof SessionExport>;
