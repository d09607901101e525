import type { LogEvent, ModelName, NewEvent, SeatSnapshot, SessionCreated } from '@council/contracts';
import type { Stance } from '../ports/chat-model.js';
import { dueEffects } from '../session/due-effects.js';
import type { CallModelEffect } from '../session/effects.js';
import { fold } from '../session/fold.js';
import { settleTurn } from '../session/settle-turn.js';
import type { SessionState } from '../session/state.js';
import { estimateRequestTokens } from './estimate-tokens.js';

export interface DryTurn {
  readonly nodeId: string;
  readonly seat: SeatSnapshot;
  readonly inputTokens: number;
  readonly outputTokens: number;
}

export interface DryRun {
  readonly turns: readonly DryTurn[];
  /** Until the last answer: turns that are due together are spoken together. */
  readonly seconds: number;
}

export interface DrySpeaker {
  readonly outputTokens: (call: CallModelEffect) => number;
  readonly tokensPerSecond: (model: ModelName) => number;
}

interface Speaking extends DryTurn {
  readonly call: CallModelEffect;
  readonly endsAt: number;
}

/**
 * Plays the session with the real engine and a speaker that says nothing of the right length: whatever a node reads, how
 * often it speaks and who waits for whom is the engine's own answer, and none of it is repeated here.
 */
export function dryRun(created: SessionCreated, speaker: DrySpeaker): DryRun {
  let state = write(fold([]), [{ event: 'session:created', data: created }]);
  let seconds = 0;
  const turns: DryTurn[] = [];
  const speaking = new Map<string, Speaking>();
  for (;;) {
    const due = dueEffects(state);
    const first = due[0];
    if (first?.type === 'append') {
      state = write(state, first.events);
      continue;
    }
    for (const effect of due) {
      if (effect.type === 'call-model' && !speaking.has(effect.key)) {
        speaking.set(effect.key, begin(effect, speaker, seconds));
      }
    }
    if (speaking.size === 0) return { turns, seconds };
    seconds = Math.min(...[...speaking.values()].map((turn) => turn.endsAt));
    for (const [key, turn] of speaking) {
      if (turn.endsAt > seconds) continue;
      speaking.delete(key);
      turns.push(turn);
      state = write(state, settle(state, turn));
    }
  }
}

function begin(call: CallModelEffect, speaker: DrySpeaker, now: number): Speaking {
  const outputTokens = speaker.outputTokens(call);
  return {
    call,
    nodeId: call.nodeId,
    seat: call.seat,
    inputTokens: estimateRequestTokens(call.request),
    outputTokens,
    endsAt: now + outputTokens / speaker.tokensPerSecond(call.seat.used),
  };
}

/** Data that can be read: other answers would be asked for again. */
const READABLE: Readonly<Partial<Record<Stance, string>>> = {
  adjudicator:
    '```json\n{"score":{"strategic_alignment":0,"practical_value":0,"logical_consistency":0},"verdict":"-","exit_recommendation":false}\n```',
  voter: '```json\n{"choice":"abstain","reason":"-"}\n```',
};

/** Four characters of ASCII are a token to `estimateRequestTokens`. */
function settle(state: SessionState, { call, inputTokens, outputTokens }: Speaking): readonly NewEvent[] {
  const words = 'word'.repeat(outputTokens);
  const content = `${words}\n${READABLE[call.stance] ?? ''}`;
  const spent = { inputTokens, outputTokens, isEstimated: true, latencyMs: 0 };
  return settleTurn(state, call, { attempt: 1, content, toolCalls: [], ...spent });
}

function write(state: SessionState, events: readonly NewEvent[]): SessionState {
  const placed = events.map((event, at): LogEvent => ({ ...event, seq: state.lastSeq + at + 1, timestamp: '' }));
  return fold(placed, state);
}
