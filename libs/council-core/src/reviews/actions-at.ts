import type { ReviewAction } from '@council/contracts';
import type { NodeContext } from '../nodes/node-kind.js';
import { propertiesOf } from '../nodes/node-kind.js';
import { LoopProperties } from '../nodes/loop-properties.js';
import { FIRST_ROUND } from '../session/state.js';

const ALWAYS: readonly ReviewAction[] = ['approve', 'modify', 'reject'];

/**
 * What can be decided where a review stands. The words of a loop exist in a loop only; and those that ask for another
 * round only while there is one.
 */
export function actionsAt(
  { state, created, plan, id }: NodeContext,
  wanted: readonly ReviewAction[] | undefined,
): ReviewAction[] {
  const loop = plan.loopsAround.get(id)?.[0];
  const possible = [...ALWAYS];
  if (loop !== undefined) {
    const node = created.graph.nodes[loop.id];
    const { max_rounds } = propertiesOf(
      LoopProperties,
      node ?? { node_id: '', type: '', name: '', next_ids: [], properties: {} },
    );
    const { round } = state.loops[loop.id] ?? FIRST_ROUND;
    if (round < max_rounds) possible.push('continue', 'rollback');
    possible.push('apply', 'exit');
  }
  const offered = possible.filter((action) => wanted?.includes(action) ?? true);
  // A review that nobody can decide would hold the session for ever.
  return offered.length === 0 ? [...ALWAYS] : offered;
}
