import type { GraphDefinition, GraphNode, SessionCreated } from '@council/contracts';
import { feedersOf, SEEDED_AGENTS } from '@council/council-core';

/** A graph from a short form: `{ start: ['start', 'a'], a: ['agent', 'end'], end: ['end'] }`. */
export function graphOf(
  short: Readonly<Record<string, readonly [type: string, ...next: string[]]>>,
  properties: Readonly<Record<string, Record<string, unknown>>> = {},
): GraphDefinition {
  const nodes = Object.entries(short).map(([node_id, [type, ...next_ids]]) => {
    const own = properties[node_id] ?? (type === 'agent' ? { agent_uuid: agentUuid(node_id) } : {});
    return [node_id, { node_id, type, name: node_id, next_ids, properties: own }] as const;
  });
  return { workflow_uuid: '', name: 'test', description: '', nodes: Object.fromEntries(nodes), start_node_id: 'start' };
}

/** Seats of these names are the seeded agents', so that they have their stances. */
function agentUuid(nodeId: string): string {
  return new Map<string, string>(Object.entries(SEEDED_AGENTS)).get(nodeId) ?? '00000000-0000-4000-8000-000000000000';
}

export const DEBATE = graphOf({
  start: ['start', 'fork'],
  fork: ['parallel', 'affirmative', 'negative'],
  affirmative: ['agent', 'adjudicator'],
  negative: ['agent', 'adjudicator'],
  adjudicator: ['agent', 'end'],
  end: ['end'],
});

/** Event 1 of a session over a graph: each agent node has a seat of its own name. */
export function sessionOf(graph: GraphDefinition, more: Partial<SessionCreated> = {}): SessionCreated {
  return {
    engine_version: 1,
    seed: '00112233445566778899aabbccddeeff',
    title: 'A test',
    language: 'en',
    objective: 'Decide',
    document: 'First line.\nSecond line.\n',
    proposal: null,
    context: null,
    group: null,
    graph,
    engine: { kind: 'model', name: 'scripted' },
    seats: Object.values(graph.nodes).flatMap((node) => seatsOf(graph, node)),
    ...more,
  };
}

const MODEL = { provider: 'scripted', model: 'one' };

/** Voters are the agents that lead to a vote, as the server seats them. */
function seatsOf(graph: GraphDefinition, node: GraphNode): SessionCreated['seats'] {
  const { node_id } = node;
  if (node.type === 'agent' || node.type === 'llm') return [seat(node_id, node_id)];
  if (node.type === 'fact_check') return [seat(node_id, 'extractor', `${node_id}/claims`)];
  if (node.type !== 'vote') return [];
  const named = node.properties['agent_uuids'];
  const voters = Array.isArray(named) ? named.map(String) : feedersOf(graph, node_id);
  return voters.map((name, at) => seat(node_id, `voter ${name}`, `${node_id}/${at + 1}`));
}

function seat(node_id: string, name: string, seat_id?: string): SessionCreated['seats'][number] {
  return {
    node_id,
    ...(seat_id === undefined ? {} : { seat_id }),
    agent: {
      agent_uuid: agentUuid(node_id),
      name,
      persona_prompt: `You are ${name}.`,
      model_config: MODEL,
    },
    name,
    wanted: MODEL,
    used: MODEL,
    price: { input_per_1k: 1, output_per_1k: 2 },
  };
}

/** A judge's whole answer around a machine-readable block. */
export function judgement(scores: readonly [number, number, number], more: Record<string, unknown> = {}): string {
  const [strategic_alignment, practical_value, logical_consistency] = scores;
  const block = {
    score: { strategic_alignment, practical_value, logical_consistency },
    verdict: 'Go on.',
    exit_recommendation: true,
    ...more,
  };
  return `I have weighed both sides.\n\n\`\`\`json\n${JSON.stringify(block)}\n\`\`\``;
}
