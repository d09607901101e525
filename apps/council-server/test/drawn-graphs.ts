import { SEEDED_AGENTS } from '@council/council-core';

type Node = Readonly<Record<string, unknown>>;

const node = (node_id: string, type: string, next_ids: readonly string[], properties: object = {}): Node => ({
  node_id,
  type,
  name: node_id,
  next_ids,
  properties,
});

/** A whole graph of one agent, or with other nodes in the place of these or beside them. */
export function drawGraph(nodes: Readonly<Record<string, Node>> = {}, more: object = {}): Record<string, unknown> {
  return {
    name: 'One voice',
    description: '',
    start_node_id: 'start',
    nodes: {
      start: node('start', 'start', ['voice']),
      voice: node('voice', 'agent', ['end'], { agent_uuid: SEEDED_AGENTS.affirmative }),
      end: node('end', 'end', []),
      ...nodes,
    },
    ...more,
  };
}

const voiceTo = (next: readonly string[], properties: object = { agent_uuid: SEEDED_AGENTS.affirmative }): Node =>
  node('voice', 'agent', next, properties);

/** Graphs that break a rule each, with the code of that rule. */
export const BROKEN_GRAPHS: readonly (readonly [what: string, code: string, graph: unknown])[] = [
  ['a dangling edge', 'GRAPH.DANGLING_EDGE', drawGraph({ voice: voiceTo(['end', 'nowhere']) })],
  ['an unreachable node', 'GRAPH.UNREACHABLE', drawGraph({ island: node('island', 'end', []) })],
  ['an unknown kind', 'GRAPH.KIND_UNKNOWN', drawGraph({ voice: node('voice', 'oracle', ['end']) })],
  [
    'a cycle without a loop',
    'GRAPH.CYCLE',
    drawGraph({ voice: voiceTo(['end', 'again']), again: { ...voiceTo(['voice']), node_id: 'again' } }),
  ],
  ['an edge to itself', 'GRAPH.CYCLE', drawGraph({ voice: voiceTo(['voice', 'end']) })],
  ['an edge drawn twice', 'GRAPH.EDGE_TWICE', drawGraph({ voice: voiceTo(['end', 'end']) })],
  ['a start that is not there', 'GRAPH.START_MISSING', drawGraph({}, { start_node_id: 'begin' })],
  ['a start of another kind', 'GRAPH.START_KIND', drawGraph({}, { start_node_id: 'voice' })],
  ['no end', 'GRAPH.END_MISSING', drawGraph({ voice: voiceTo([]), end: node('end', 'agent', [], {}) })],
  ['an end that goes on', 'GRAPH.EXITS', drawGraph({ end: node('end', 'end', ['start']) })],
  [
    'a node under the key of another',
    'GRAPH.ID_MISMATCH',
    drawGraph({ voice: { ...voiceTo(['end']), node_id: 'other' } }),
  ],
  ['a seat for nobody', 'GRAPH.PROPERTY', drawGraph({ voice: voiceTo(['end'], {}) })],
  [
    'a property that does nothing',
    'GRAPH.PROPERTY',
    drawGraph({ voice: voiceTo(['end'], { agent_uuid: SEEDED_AGENTS.affirmative, mood: 'glad' }) }),
  ],
];
