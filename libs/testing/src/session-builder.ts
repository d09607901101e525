import type { GraphDefinition, SessionCreated } from '@council/contracts';
import { SEEDED_AGENTS } from '@council/council-core';

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
  const model = { provider: 'scripted', model: 'one' };
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
    seats: Object.values(graph.nodes)
      .filter((node) => node.type === 'agent')
      .map((node) => ({
        node_id: node.node_id,
        agent: {
          agent_uuid: agentUuid(node.node_id),
          name: node.node_id,
          persona_prompt: `You are ${node.node_id}.`,
          model_config: model,
        },
        name: node.node_id,
        wanted: model,
        used: model,
        price: { input_per_1k: 1, output_per_1k: 2 },
      })),
    ...more,
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
