import type { NewEvent } from '@council/contracts';
import { decideLoop } from '../loops/decide-loop.js';
import { openRound } from '../loops/open-round.js';
import { LoopProperties } from './loop-properties.js';
import { append, completed, nodeKind } from './node-kind.js';

export const loopKind = nodeKind({
  kind: 'loop',
  properties: LoopProperties,
  exits: { min: 2, max: 2 },
  advance: (context) => {
    const { state, plan, node, id } = context;
    const loop = plan.loops.get(id);
    const exit = node.next_ids[1] ?? '';
    if (loop === undefined) return [];
    if (loop.isHead && state.loops[id] === undefined) {
      return [append(...openRound(state, loop, 1, null))];
    }
    const { decision, moves } = decideLoop(context, loop);
    const decided = { event: 'loop:decided', node_id: id, data: decision } as const;
    if (decision.decision === 'continue') {
      return [append(decided, ...moves, ...openRound(state, loop, decision.round + 1, decision.instruction))];
    }
    const route: NewEvent = { event: 'route:taken', node_id: id, data: { next_ids: [exit], reason: decision.reason } };
    return [append(decided, ...moves, route, completed(id))];
  },
});
