import { incomingEdges } from '../graph/topology.js';
import { stanceOf } from '../nodes/stance.js';
import type { PriorTurn } from '../ports/chat-model.js';
import { nodeState, type SessionState } from './state.js';

/**
 * What a node reads: the turns that lead to it, through nodes that only pass on, in the order of the edges and labelled
 * with their seat. Who finished first leaves no trace in it.
 */
export function priorTurns(state: SessionState, nodeId: string): readonly PriorTurn[] {
  const graph = state.created?.graph;
  if (graph === undefined) return [];
  const incoming = incomingEdges(graph);
  const prior = new Map<string, PriorTurn>();
  const seen = new Set<string>();
  const visit = (id: string): void => {
    for (const from of incoming.get(id) ?? []) {
      if (seen.has(from)) continue;
      seen.add(from);
      const { turn, status } = nodeState(state, from);
      if (turn !== null && status === 'completed') {
        prior.set(from, { node_id: from, seat: turn.agentName, stance: stanceOf(graph, from), content: turn.content });
      } else if (graph.nodes[from]?.type === 'parallel') {
        visit(from);
      }
    }
  };
  visit(nodeId);
  return [...prior.values()];
}
