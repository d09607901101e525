const ORDERS = [{ order: 'Say which shops may call on a Saturday, and who decides it.', lines: 'L4' }];
const DISPUTE = {
  topic: 'Whether the weekdays can spare two people',
  affirmative: '22 shops a week have nobody else to ask.',
  negative: 'Tuesdays and Thursdays are one person short for it.',
  ruling: 'One person on call keeps most of the help and gives the weekdays back.',
  lines: 'L2, L3',
};

/** What the judge found in the second round. 40/30/30: 33.6 + 24.6 + 23.4. */
export const EXAMPLE_VERDICT = {
  kind: 'judged',
  scores: { strategic_alignment: 84, practical_value: 82, logical_consistency: 78 },
  weighted_total: 81.6,
  claimed_total: null,
  verdict: 'An emergency line for tills that stand still is worth its price; its limits have to be written down.',
  exit_recommendation: false,
  disputes: [DISPUTE],
  orders: ORDERS,
  problem: null,
};

/** The same for the person who decides. */
export const EXAMPLE_FINDINGS = {
  conclusions: [
    EXAMPLE_VERDICT.verdict,
    'System Surgeon: Line 4 now says who may call: shops whose till stands still.',
  ],
  disagreements: [{ topic: DISPUTE.topic, ruling: DISPUTE.ruling, lines: DISPUTE.lines }],
  actions: ORDERS,
};

/** How the loop decided the first round. A person had asked for another one. */
export const EXAMPLE_FIRST_ROUND = {
  node_id: 'loop_decision',
  round: 1,
  max_rounds: 5,
  decision: 'continue',
  reason: 'person',
  score: 61.5,
  delta: null,
  version: 1,
  best: { round: 1, score: 61.5, version: 1 },
  is_regression: false,
  instruction: null,
};
