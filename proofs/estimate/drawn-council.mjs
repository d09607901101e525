import { COUNCIL_DEBATE } from '../../apps/council-server/test/council-client.mjs';
import { pick } from '../../libs/testing/src/field-answers.mjs';

const AFFIRMATIVE = 'a5317f00-f528-5d43-a733-85c5b531a2e3';
const NEGATIVE = '94cc1d02-4d8e-53f3-8891-4621767b8b81';
const JUDGE = '5f16eae4-f16d-5ab0-9e2b-2212f6f54ebc';
const ROLES = { [AFFIRMATIVE]: 'affirmative', [NEGATIVE]: 'negative', [JUDGE]: 'adjudicator' };

/** Entered as the user's own: a model server on loopback has no price otherwise. USD per 1,000 tokens, of the list. */
export const MODELS = {
  m1: [0.0025, 0.01],
  m2: [0.00015, 0.0006],
  m3: [0.03, 0.06],
  m4: [0.00125, 0.005],
  m5: [0.00014, 0.00028],
  m6: [0.0004, 0.0012],
  m7: [0.00105, 0.00105],
};
const NAMES = Object.keys(MODELS);
const LINES = {
  en: 'The service is sold by post and pays for itself within twelve months of its opening.',
  zh: '我们按邮寄方式销售，并在十二个月内收回成本，且不依赖任何外部资金。',
};

/** What is sent to estimate and to execute alike. Most councils speak through one model, half are the seeded debate. */
export function drawCouncil(random) {
  const language = random() < 0.25 ? 'zh' : 'en';
  const lines = Math.ceil(10 ** (3.4 * random()));
  const shared = random() < 0.6 ? pick(random, NAMES) : null;
  const { agents, ...what } = random() < 0.5 ? DEBATE : drawGraph(random);
  const overrides = agents.map((agent) => [agent, { provider: 'custom', model: shared ?? pick(random, NAMES) }]);
  const input = { document_content: `${LINES[language]}\n`.repeat(lines), optimization_objective: 'Decide' };
  return { ...what, input, language, overrides: Object.fromEntries(overrides) };
}

const DEBATE = { template_uuid: COUNCIL_DEBATE, agents: Object.keys(ROLES) };

/** A chain, or a panel before a judge; some seats may call tools. */
function drawGraph(random) {
  const [agents, names] = [
    [AFFIRMATIVE, NEGATIVE, JUDGE],
    ['a', 'b', 'c'],
  ];
  const isPanel = random() < 0.5;
  const tools = pick(random, [[], ['calculator', 'search_document'], ['read_file', 'write_file']]);
  const nodes = names.map((node_id, at) => ({
    node_id,
    type: 'agent',
    next_ids: isPanel && at < 2 ? ['c'] : [names[at + 1] ?? 'end'],
    properties: {
      agent_uuid: agents[at],
      role: isPanel && at === 2 ? 'adjudicator' : 'other',
      ...(at === 1 && tools.length > 0 ? { tools } : {}),
    },
  }));
  const start = { node_id: 'start', type: 'start', next_ids: isPanel ? ['a', 'b'] : ['a'], properties: {} };
  const end = { node_id: 'end', type: 'end', next_ids: [], properties: {} };
  const named = [start, ...nodes, end].map((node) => [node.node_id, { ...node, name: node.node_id }]);
  return { agents, graph: { name: 'drawn', start_node_id: 'start', nodes: Object.fromEntries(named) } };
}
