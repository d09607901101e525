import { EXAMPLE_DOCUMENT, EXAMPLE_OBJECTIVE, EXAMPLE_TITLE } from './example-document.js';
import { EXAMPLE_IDS } from './example-ids.js';
import { EXAMPLE_FIRST_ROUND, EXAMPLE_VERDICT } from './example-verdict.js';

export const EXAMPLE_ENGINE = { kind: 'model', name: 'deepseek/deepseek-chat' };
const EXAMPLE_BUDGET = { usd: 0.5 };
export const EXAMPLE_USAGE = { input_tokens: 21_840, output_tokens: 4_310, cost_usd: 0.0188, is_estimated: false };

const DEEPSEEK = { provider: 'deepseek', model: 'deepseek-chat' };
const QWEN = { provider: 'dashscope', model: 'qwen-max' };
const seat = (node_id: string, agent_uuid: string, name: string, model: object) => ({
  node_id,
  agent_uuid,
  name,
  wanted: model,
  used: model,
  state: 'done',
});

/** In its second round, and waiting for a person. */
export const EXAMPLE_SESSION = {
  session_uuid: EXAMPLE_IDS.session,
  group_uuid: EXAMPLE_IDS.group,
  workflow_uuid: EXAMPLE_IDS.workflow,
  status: 'running',
  proposal: null,
  node_statuses: {
    start: 'completed',
    memory_retrieval: 'completed',
    parallel_debate: 'completed',
    agent_affirmative: 'completed',
    agent_negative: 'completed',
    agent_adjudicator: 'completed',
    agent_surgeon: 'completed',
    human_review: 'suspended',
    loop_decision: 'pending',
    end: 'pending',
  },
  started_at: '2026-11-24T10:00:00.120Z',
  ended_at: null,
  title: EXAMPLE_TITLE,
  language: 'en',
  objective: EXAMPLE_OBJECTIVE,
  outcome: null,
  waiting_for: [
    {
      review_uuid: EXAMPLE_IDS.review,
      node_id: 'human_review',
      round: 2,
      reason: 'Human review required',
      expires_at: null,
    },
  ],
  lock: null,
  error: null,
  round: 2,
  verdict: EXAMPLE_VERDICT,
  usage: EXAMPLE_USAGE,
  budget: EXAMPLE_BUDGET,
  score_history: [{ ...EXAMPLE_FIRST_ROUND, seq: 46 }],
  engine: EXAMPLE_ENGINE,
  seats: [
    seat('agent_affirmative', EXAMPLE_IDS.valueDefender, 'Value Defender', QWEN),
    seat('agent_negative', EXAMPLE_IDS.riskAuditor, 'Risk Auditor', DEEPSEEK),
    seat('agent_adjudicator', EXAMPLE_IDS.chiefJustice, 'Chief Justice', DEEPSEEK),
    seat('agent_surgeon', EXAMPLE_IDS.surgeon, 'System Surgeon', DEEPSEEK),
  ],
  last_seq: 84,
  forked_from: null,
  created_at: '2026-11-24T10:00:00.000Z',
};

/** What the first seat said in that round; its quotation stands in line 2. */
export const EXAMPLE_TURN = {
  content:
    'The line has to stay in some form: “22 of them come from shops that cannot wait for Monday” [Ref: L2]. One person on call is enough for that.',
  references: [
    {
      text: '[Ref: L2]',
      first_line: 2,
      last_line: 2,
      quote: '22 of them come from shops that cannot wait for Monday',
      state: 'verified',
    },
  ],
};

export const EXAMPLE_MESSAGE = {
  message_uuid: '83a87f4d-e4f8-8c8a-89d5-2fadf6acc7b5',
  seq: 58,
  node_id: 'agent_affirmative',
  agent_uuid: EXAMPLE_IDS.valueDefender,
  agent_name: 'Value Defender',
  ...EXAMPLE_TURN,
  token_count: 412,
  created_at: '2026-11-24T10:05:21.300Z',
};

/** How to convene it. */
export const EXAMPLE_EXECUTE = {
  template_uuid: EXAMPLE_IDS.template,
  group_uuid: EXAMPLE_IDS.group,
  input: { document_content: EXAMPLE_DOCUMENT, optimization_objective: EXAMPLE_OBJECTIVE },
  language: 'en',
  budget: EXAMPLE_BUDGET,
  overrides: { [EXAMPLE_IDS.valueDefender]: { ...QWEN, temperature: 0.6 } },
};

/** Why its lock was opened, after the first round. */
export const EXAMPLE_JUSTIFICATION = 'The ruling was long because it had to name every shop.';
