import type { GraphPlan } from '../graph/graph-plan.js';
import type { SessionState } from './state.js';

/** The round of the innermost loop around a node, from 1; undefined outside of loops. */
export function roundOf(state: SessionState, plan: GraphPlan, nodeId: string): number | undefined {
  const loop = plan.loopsAround.get(nodeId)?.[0] ?? plan.loops.get(nodeId);
  return loop === undefined ? undefined : (state.loops[loop.id]?.round ?? 1);
}
