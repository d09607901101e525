import { z } from 'zod';
import { Ballot, Tally } from './ballots.js';
import { EXAMPLE_REPORT } from './example-report.js';
import { FactCheck } from './fact-checks.js';
import { ReviewAction } from './reviews.js';
import { LoopDecided } from './rounds.js';
import { CheckedReference } from './references.js';
import { Engine, ModelName, SessionError, SessionStatus, Usage } from './sessions.js';
import { Language } from './text.js';
import { Verdict } from './verdict.js';

export const ReportTurn = z.object({
  node_id: z.string(),
  seat: z.string(),
  side: z.string(),
  wanted: ModelName,
  used: ModelName,
  /** Who took the seat when its own model had finally failed; absent: nobody had to. */
  stood_in: z.string().optional(),
  content: z.string(),
  references: z.array(CheckedReference),
});
export type ReportTurn = z.infer<typeof ReportTurn>;

const NAMED = { node_id: z.string(), name: z.string() };

/** The final report. It holds no time and no id: two sessions with equal logs have equal reports. */
export const Report = z
  .object({
    title: z.string(),
    language: Language,
    objective: z.string(),
    engine: Engine,
    status: SessionStatus,
    outcome: z.enum(['full', 'degraded', 'capped', 'early']).nullable(),
    error: SessionError.nullable(),
    verdict: Verdict.nullable(),
    grade: z.enum(['pass', 'polish', 'tighten', 'rework', 'reject']).nullable(),
    synthesis: z.string().nullable(),
    turns: z.array(ReportTurn),
    /** Seats that did not speak, and why. `code`: of docs/errors.md; null where no failure is known of. */
    missing: z.array(
      z.object({ node_id: z.string(), seat: z.string(), reason: z.string(), code: z.string().nullable() }),
    ),
    ballots: z.array(Ballot.extend({ node_id: z.string(), seat: z.string() })),
    votes: z.array(Tally.extend(NAMED)),
    fact_checks: z.array(FactCheck.extend(NAMED)),
    /** What people decided, or nobody in time. */
    decisions: z.array(
      z.object({ ...NAMED, action: ReviewAction, by: z.string(), is_automatic: z.boolean(), comment: z.string() }),
    ),
    /** The score history of the session's loops. */
    rounds: z.array(LoopDecided.extend({ node_id: z.string() })),
    references: z.object({
      total: z.int(),
      verified: z.int(),
      repaired: z.int(),
      exists: z.int(),
      unverified: z.int(),
      missing: z.int(),
    }),
    document: z.object({ path: z.string(), version: z.int(), lines: z.int(), sha256: z.string() }).nullable(),
    usage: Usage,
  })
  .meta({ id: 'Report', example: EXAMPLE_REPORT });
export type Report = z.infer<typeof Report>;
