import type { GraphPlan } from '../graph/graph-plan.js';
import { isSettled, nodeState, type SessionState } from './state.js';

/**
 * When a join goes on without some of its branches: the nodes of those branches that still run or wait and lead nowhere
 * else. What also feeds another part of the graph goes on for that part.
 */
export function losingNodes(
  state: SessionState,
  plan: GraphPlan,
  joinId: string,
  open: readonly string[],
): readonly string[] {
  const losing = new Set<string>();
  const queue = [...open];
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    if (losing.has(id) || id === joinId || isSettled(nodeState(state, id).status)) continue;
    losing.add(id);
    for (const edge of plan.incoming.get(id) ?? []) queue.push(edge.from);
    for (const child of plan.children.get(id) ?? []) queue.push(child);
  }
  for (let before = -1; before !== losing.size;) {
    before = losing.size;
    for (const id of losing) {
      const leadsElsewhere = (plan.outgoing.get(id) ?? []).some(
        ({ to }) => to !== joinId && !losing.has(to) && !isSettled(nodeState(state, to).status),
      );
      if (leadsElsewhere) losing.delete(id);
    }
  }
  return plan.order.filter((id) => losing.has(id));
}
