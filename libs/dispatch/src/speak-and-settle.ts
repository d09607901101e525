import type { NewEvent, Trip } from '@council/contracts';
import {
  type CallModelEffect,
  type ChatModel,
  failAttempt,
  failTurn,
  foreseeCall,
  type FailedAttempt,
  isAffordable,
  isAwaited,
  isTerminal,
  lookAhead,
  ModelCallError,
  reserveCall,
  seatState,
  type SessionState,
  settleLate,
  settleTurn,
} from '@council/council-core';
import type { LiveChannel } from './live-channel.js';
import type { Settle } from './settle.js';
import { speakTurn, type TurnAddress } from './speak-turn.js';
import { TurnCut } from './turn-cut.js';

interface TurnPorts {
  readonly model: ChatModel;
  readonly live: LiveChannel;
  readonly sessionUuid: string;
  readonly settle: Settle;
}

/** Another attempt does not fit under the session's cap: the turn is left where it is, and the core decides. */
class OverBudget extends Error {}

const TIMED_OUT = 'TURN.TIMEOUT';

/** Speaks one turn and writes down what comes of it, attempt by attempt. */
export async function speakAndSettle(call: CallModelEffect, outer: AbortSignal, ports: TurnPorts): Promise<void> {
  const cut = new TurnCut(call, outer);
  try {
    if (!(await begin(call, cut, ports))) return;
    await speak(call, cut, ports);
  } catch (error) {
    closeLive(call, ports, call.attempt);
    if (error instanceof OverBudget) return;
    if (!(error instanceof ModelCallError)) throw error;
    await ports.settle((state) => whatItLeaves(state, call, error, cut));
  } finally {
    cut.end();
  }
}

/** Puts the worst case aside. False when it does not fit any more: others have begun meanwhile. */
async function begin(call: CallModelEffect, cut: TurnCut, { settle }: TurnPorts): Promise<boolean> {
  let hasBegun = false;
  await settle((state) => {
    cut.watchAnew(state);
    hasBegun = isAffordable(state, call) && isAwaited(state, call);
    return hasBegun ? [attemptStarted(state, call, call.attempt)] : [];
  });
  return hasBegun;
}

async function speak(call: CallModelEffect, cut: TurnCut, ports: TurnPorts): Promise<void> {
  const spoken = await speakTurn(call, cut.signal, {
    model: ports.model,
    watch: (text, isThinking) => {
      cut.hear(text, isThinking);
    },
    say: (attempt, text, isThinking) => {
      const address = addressOf(call, ports, attempt);
      ports.live.say(isThinking ? { ...address, is_thinking: true } : address, text);
    },
    onAttemptFailed: (failed) => goOn(call, failed, cut, ports),
  });
  closeLive(call, ports, spoken.attempt);
  await ports.settle((state) =>
    isAwaited(state, call) ? settleTurn(state, call, spoken) : settleLate(state, call, spoken),
  );
}

/** The attempt that failed gives back what it did not use, and only then the next one is weighed. */
async function goOn(call: CallModelEffect, failed: FailedAttempt, cut: TurnCut, { settle }: TurnPorts): Promise<void> {
  const decision = { isOver: false };
  await settle((state) => {
    cut.watchAnew(state);
    const end = failAttempt(state, call, failed);
    decision.isOver = !isAffordable(lookAhead(state, [end]), call);
    return decision.isOver ? [end] : [end, attemptStarted(state, call, failed.attempt + 1)];
  });
  if (decision.isOver) throw new OverBudget();
}

/** A call that was stopped is paid for and settles nothing: the session's end or its next runner decides on the turn. */
function whatItLeaves(
  state: SessionState,
  call: CallModelEffect,
  error: ModelCallError,
  { isTimedOut, isStoppedFromOutside, trip }: TurnCut,
): readonly NewEvent[] {
  const attempt = Math.max(call.attempt, seatState(state, call.seatId).attempts);
  // It has ended and is on the bill, and what followed from that was written with it: the call was cut for nothing.
  const isOpen = state.openCalls.some((open) => open.turnId === call.turnId && open.attempt === attempt);
  if (!isOpen) return trip === null ? [] : locked(state, trip);
  const failed = (code: string, message: string): NewEvent =>
    failAttempt(state, call, { attempt, code, message, retryInMs: null, spent: error.spent });
  if (trip !== null) return [failed(error.code, `a breaker stopped the call: ${trip.message}`), ...locked(state, trip)];
  const hasTimedOut = isTimedOut && !isStoppedFromOutside;
  const code = hasTimedOut ? TIMED_OUT : error.code;
  const message = hasTimedOut ? `no whole answer within ${(call.timeoutMs ?? 0) / 1_000} s` : error.message;
  const end = failed(code, message);
  return isStoppedFromOutside || !isAwaited(state, call) ? [end] : [end, ...failTurn(state, call, code, message)];
}

/** One lock is enough, however many streams have gone astray. */
const locked = ({ lock, status, isStopRequested }: SessionState, trip: Trip): readonly NewEvent[] =>
  lock !== null || isStopRequested || isTerminal(status) ? [] : [{ event: 'circuit_breaker:tripped', data: trip }];

const addressOf = (call: CallModelEffect, { sessionUuid }: TurnPorts, attempt: number): TurnAddress => ({
  session_uuid: sessionUuid,
  node_id: call.nodeId,
  agent_id: call.seat.agent?.agent_uuid ?? null,
  turn_id: call.turnId,
  attempt,
});

function closeLive(call: CallModelEffect, ports: TurnPorts, attempt: number): void {
  const turn = addressOf(call, ports, attempt);
  ports.live.close(turn);
  ports.live.close({ ...turn, is_thinking: true });
}

function attemptStarted({ created }: SessionState, call: CallModelEffect, attempt: number): NewEvent {
  const { provider, model } = call.seat.used;
  const agentId = call.seat.agent?.agent_uuid ?? null;
  const reserved = reserveCall(call.request, call.seat.price);
  const foreseen = created === null ? null : foreseeCall(call, created);
  return {
    event: 'model_call:started',
    node_id: call.nodeId,
    data: { turn_id: call.turnId, agent_id: agentId, attempt, provider, model, reserved, foreseen },
  };
}
