import type { ActingPerson, NewEvent, NodeStatus } from '@council/contracts';
import { planOf } from '../graph/graph-plan.js';
import { nodeState, type SessionState } from '../session/state.js';

/**
 * A new run in which failed nodes begin anew, with all that was settled behind them; null: the node has not failed. Nodes
 * that were waiting for people ask once more: what they had asked was withdrawn when the run failed.
 */
export function retryEvents(
  state: SessionState,
  nodeId: string | null,
  by: { readonly person?: ActingPerson } = {},
): readonly NewEvent[] | null {
  const { created, run } = state;
  if (created === null) return null;
  const plan = planOf(created.graph);
  const are = (status: NodeStatus): string[] => plan.order.filter((id) => nodeState(state, id).status === status);
  const chosen = are('failed').filter((id) => nodeId === null || id === nodeId);
  if (chosen.length === 0) return null;
  const anew = new Set<string>();
  const queue = [...chosen, ...are('suspended')];
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    if (anew.has(id) || nodeState(state, id).status === 'pending') continue;
    anew.add(id);
    for (const edge of plan.outgoing.get(id) ?? []) if (edge.kind !== 'again') queue.push(edge.to);
  }
  return [
    { event: 'node:retried', data: { nodes: plan.order.filter((id) => anew.has(id)), ...by } },
    { event: 'execution:started', data: { run: run + 1 } },
  ];
}
