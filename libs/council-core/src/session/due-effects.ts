import type { NewEvent, SeatSnapshot, SessionCreated } from '@council/contracts';
import { activeTimeEffects } from '../breakers/active-time.js';
import { trippedBy } from '../breakers/tripped-by.js';
import { lateReturns, monthEndEffects, returnEvents } from '../budget/allotments.js';
import { withinBudget } from '../budget/within-budget.js';
import { type GraphPlan, planOf } from '../graph/graph-plan.js';
import { propertiesOf } from '../nodes/node-kind.js';
import { RUNNABLE_KINDS } from '../nodes/registry.js';
import { isTolerated } from '../nodes/tolerated.js';
import type { AppendEffect, Effect } from './effects.js';
import { finishEvents } from './finish.js';
import { lookAhead } from './look-ahead.js';
import { openNode } from './open-node.js';
import { isTerminal, nodeState, type SessionState } from './state.js';
import { stopEvents, windDown } from './wind-down.js';

/**
 * The one question the engine asks: given this state, what is due? Same state, same answer, always. When something only
 * has to be written down, that alone is returned, with all that follows from it in turn: one append, however many nodes
 * it passes through.
 */
export function dueEffects(state: SessionState): readonly Effect[] {
  const due = nextEffects(state);
  if (due[0]?.type !== 'append') return due;
  let ahead = state;
  const events: NewEvent[] = [];
  for (let next = due; next[0]?.type === 'append'; next = nextEffects(ahead)) {
    const more = next
      .filter((effect): effect is AppendEffect => effect.type === 'append')
      .flatMap((effect) => effect.events);
    const whole = withReturns(ahead, more);
    events.push(...whole);
    // Clients are sent the report before they are told that the session is over.
    if (whole.some(({ event }) => event === 'report:ready')) break;
    ahead = lookAhead(ahead, whole);
  }
  return [{ type: 'append', events }];
}

/** Before its last event, a session gives back what it was allotted and has not used. */
function withReturns(state: SessionState, events: readonly NewEvent[]): readonly NewEvent[] {
  const last = events.findIndex(({ event }) => event === 'execution:completed');
  if (last === -1) return events;
  const before = events.slice(0, last);
  return [...before, ...returnEvents(lookAhead(state, before)), ...events.slice(last)];
}

function nextEffects(state: SessionState): readonly Effect[] {
  const { created } = state;
  if (created === null || isTerminal(state.status)) return [];
  if (state.isStopRequested) return append(stopEvents(state, null));
  if (state.rejection !== null) return append(stopEvents(state, state.rejection));
  const late = lateReturns(state);
  if (late.length > 0) return append(late);
  if (state.status === 'paused') return state.openCalls.length > 0 ? [] : giveBack(state);
  if (state.run === 0) return append([{ event: 'execution:started', data: { run: 1 } }]);
  const plan = planOf(created.graph);
  if (state.ending !== null) return windDown(state, created, plan);
  const trip = trippedBy(state);
  if (trip !== null) return append([{ event: 'circuit_breaker:tripped', data: trip }]);
  return work(state, created, plan);
}

function work(state: SessionState, created: SessionCreated, plan: GraphPlan): readonly Effect[] {
  const { graph } = created;
  const hasFailed = plan.order.some((id) => nodeState(state, id).status === 'failed' && !isTolerated(graph, id));
  for (const id of hasFailed ? [] : plan.order) {
    const opening = openNode(state, created, plan, id);
    // One at a time: a join that starts may settle others.
    if (opening.length > 0) return append(opening);
  }
  const open = plan.order.filter(
    (id) => isOpen(state, id) && !(hasFailed && nodeState(state, id).status === 'suspended'),
  );
  // A branch that is not needed any more may still be on its way out.
  if (open.length === 0) return state.openCalls.length > 0 ? [] : append(finishEvents(state));
  const due = open.flatMap((id) => advance(state, created, plan, id));
  // What only waits for nodes that will never begin is over with them.
  if (hasFailed && due.length === 0) return append(finishEvents(state));
  const written = due.filter((effect) => effect.type === 'append');
  if (written.length > 0) return written.slice(0, 1);
  if (state.openCalls.length === 0 && due.every(({ type }) => type === 'wait')) return [...giveBack(state), ...due];
  const affordable = withinBudget(state, created, due);
  const isWaiting = affordable.some((effect) => effect.type === 'draw-allotment' && effect.isIdle);
  return [...affordable, ...(isWaiting ? [] : activeTimeEffects(state)), ...monthEndEffects(state)];
}

/** Nothing is at work: others of the group may need what was allotted to this session. */
function giveBack(state: SessionState): readonly Effect[] {
  const events = returnEvents(state);
  return events.length === 0 ? [] : append(events);
}

const isOpen = (state: SessionState, id: string): boolean => {
  const { status } = nodeState(state, id);
  return status === 'running' || status === 'suspended';
};

/** What one open node has to do, as its kind says. */
export function advance(state: SessionState, created: SessionCreated, plan: GraphPlan, id: string): readonly Effect[] {
  const node = created.graph.nodes[id];
  const kind = RUNNABLE_KINDS.get(node?.type ?? '');
  if (node === undefined || kind === undefined) return [];
  return kind.advance({
    state,
    created,
    plan,
    node,
    id,
    own: nodeState(state, id),
    seats: seatsAt(created, id),
    properties: propertiesOf(kind.properties, node),
  });
}

export const seatsAt = ({ seats }: SessionCreated, nodeId: string): readonly SeatSnapshot[] =>
  seats.filter((seat) => seat.node_id === nodeId);

const append = (events: readonly NewEvent[]): readonly Effect[] => [{ type: 'append', events }];
