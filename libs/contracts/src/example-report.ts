import { EXAMPLE_PATH, EXAMPLE_OBJECTIVE, EXAMPLE_TITLE } from './example-document.js';
import { EXAMPLE_DECISION } from './example-review.js';
import { EXAMPLE_ENGINE, EXAMPLE_SESSION, EXAMPLE_TURN, EXAMPLE_USAGE } from './example-session.js';
import { EXAMPLE_FIRST_ROUND, EXAMPLE_VERDICT } from './example-verdict.js';

const MODEL = EXAMPLE_SESSION.seats[0]?.wanted;

/** The example session after its review was decided; of its turns one is shown. */
export const EXAMPLE_REPORT = {
  title: EXAMPLE_TITLE,
  language: 'en',
  objective: EXAMPLE_OBJECTIVE,
  engine: EXAMPLE_ENGINE,
  status: 'completed',
  outcome: 'full',
  error: null,
  verdict: EXAMPLE_VERDICT,
  grade: 'polish',
  synthesis: null,
  turns: [
    {
      node_id: 'agent_affirmative',
      seat: 'Value Defender',
      side: 'affirmative',
      wanted: MODEL,
      used: MODEL,
      ...EXAMPLE_TURN,
    },
  ],
  missing: [],
  ballots: [],
  votes: [],
  fact_checks: [],
  decisions: [
    {
      node_id: 'human_review',
      name: 'Review & Apply',
      action: EXAMPLE_DECISION.action,
      by: EXAMPLE_DECISION.by,
      is_automatic: false,
      comment: EXAMPLE_DECISION.data.comment,
    },
  ],
  rounds: [
    EXAMPLE_FIRST_ROUND,
    {
      ...EXAMPLE_FIRST_ROUND,
      round: 2,
      decision: 'exit',
      score: EXAMPLE_VERDICT.weighted_total,
      delta: 20.1,
      version: 2,
      best: { round: 2, score: EXAMPLE_VERDICT.weighted_total, version: 2 },
    },
  ],
  references: { total: 1, verified: 1, repaired: 0, exists: 0, unverified: 0, missing: 0 },
  document: {
    path: EXAMPLE_PATH,
    version: 3,
    lines: 4,
    sha256: 'e44d03a743e9398dd4c7b3a32ee7cec5929a3469a779dfda05aff5e64da5bcd9',
  },
  usage: EXAMPLE_USAGE,
};
