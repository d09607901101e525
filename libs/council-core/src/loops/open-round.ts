import type { LoopDecided, NewEvent } from '@council/contracts';
import type { LoopPlan } from '../graph/graph-plan.js';
import type { SessionState } from '../session/state.js';

/** The nodes of the body, and the loop itself, begin once more. What the round before said stays in the log. */
export function openRound(
  { created }: SessionState,
  { id, body }: LoopPlan,
  round: number,
  instruction: LoopDecided['instruction'],
): readonly NewEvent[] {
  const nodes = Object.keys(created?.graph.nodes ?? {}).filter((node) => body.has(node) || node === id);
  return [{ event: 'loop:round_opened', node_id: id, data: { round, nodes, instruction } }];
}
