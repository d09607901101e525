import type { GraphDefinition, SeatSnapshot } from '@council/contracts';
import { type SeatAssignment, type SeatPlan, stanceOf } from '@council/council-core';
import type { SeatDraft } from './seat-wishes.js';

type Sitting = Omit<SeatSnapshot, 'fallbacks'>;

/** Who really speaks in each seat, and who stands in. `plan` answers the drafts, each followed by its fallbacks. */
export function assignSeats(
  graph: GraphDefinition,
  drafts: readonly SeatDraft[],
  plan: Extract<SeatPlan, { ok: true }>,
): SeatSnapshot[] {
  const assignments = [...plan.seats];
  const next = (draft: SeatDraft): Sitting => sit(draft, assignments.shift());
  const seats = drafts.map((draft): SeatSnapshot => {
    const own = next(draft);
    const fallbacks = draft.fallbacks.map(next);
    return fallbacks.length === 0 ? own : { ...own, fallbacks };
  });
  return plan.engine.kind === 'model' ? seats.map((seat) => withDeputy(graph, seat, seats)) : seats;
}

function sit(
  { node_id, seat_id, agent, name, wanted, manner }: SeatDraft,
  assignment: SeatAssignment | undefined,
): Sitting {
  if (assignment?.node_id !== node_id) throw new Error(`the plan has no model for seat ${node_id}`);
  const { used, price, contextTokens } = assignment;
  return {
    node_id,
    ...(seat_id === undefined ? {} : { seat_id }),
    agent,
    name,
    wanted,
    used,
    price,
    ...(contextTokens === undefined ? {} : { context_tokens: contextTokens }),
    ...(manner === undefined ? {} : { manner }),
  };
}

/** A council without its judge has no verdict: when its model fails, that of another seat speaks with its persona. */
function withDeputy(graph: GraphDefinition, seat: SeatSnapshot, seats: readonly SeatSnapshot[]): SeatSnapshot {
  if (seat.fallbacks !== undefined || stanceOf(graph, seat.node_id) !== 'adjudicator') return seat;
  const deputy = seats.find(({ used }) => used.provider !== seat.used.provider || used.model !== seat.used.model);
  if (deputy === undefined) return seat;
  return { ...seat, fallbacks: [{ ...seat, used: deputy.used, price: deputy.price }] };
}
