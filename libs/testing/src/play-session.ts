import type { CheckedClaim, LogEvent, NewEvent, RecalledItem, ReviewAction, SessionCreated } from '@council/contracts';
import {
  type CallModelEffect,
  type CallToolEffect,
  type CheckClaimsEffect,
  dueEffects,
  type Effect,
  failTurn,
  fold,
  insideAnswer,
  nodeState,
  outsideTool,
  type RecallEffect,
  type SessionState,
  settleCheck,
  settleRecall,
  settleTool,
  settleTurn,
} from '@council/council-core';

/** Instead of an answer: the model has finally failed. */
export const FAILS = Symbol('fails');
export type PlayedAnswer = string | typeof FAILS | { readonly calls: readonly { name: string; input: object }[] };

export interface PlayScript {
  readonly answer: (call: CallModelEffect, state: SessionState) => PlayedAnswer;
  /** Which of the effects that are due happens next. */
  readonly pick?: (due: number) => number;
  readonly recall?: (effect: RecallEffect) => readonly RecalledItem[];
  readonly check?: (effect: CheckClaimsEffect) => readonly CheckedClaim[];
  readonly tool?: (effect: CallToolEffect) => { readonly output: string; readonly isError: boolean };
  /** What a person decides; undefined: nobody decides, and what waits for a time happens. */
  readonly decide?: (nodeId: string, state: SessionState) => ReviewAction | Decision | undefined;
  /** Appended from outside before an effect is carried out. */
  readonly interrupt?: (state: SessionState, step: number) => readonly NewEvent[];
  readonly tokens?: { readonly input: number; readonly output: number };
  readonly maxSteps?: number;
}

export interface Decision {
  readonly action: ReviewAction;
  readonly data?: { readonly modified_content?: string; readonly comment?: string };
}

export interface Played {
  readonly log: readonly LogEvent[];
  readonly state: SessionState;
  /** The last event of each append. */
  readonly ends: readonly number[];
  /** The request of every turn, in the order in which they were spoken. */
  readonly requests: readonly { readonly turnId: string; readonly text: string }[];
}

/** Plays a session with nothing but the core: no store, no clock, no concurrency but the order that `pick` chooses. */
export function playSession(
  created: SessionCreated,
  script: PlayScript,
  /** Appends that are there already, after the first event. */
  before: readonly (readonly NewEvent[])[] = [],
): Played {
  const log: LogEvent[] = [];
  const ends: number[] = [];
  const requests: { turnId: string; text: string }[] = [];
  const append = (events: readonly NewEvent[]): void => {
    for (const event of events) log.push({ ...event, seq: log.length + 1, timestamp: timeOf(log.length) });
    ends.push(log.length);
  };
  append([{ event: 'session:created', data: created }]);
  for (const events of before) append(events);
  for (let step = 0; step < (script.maxSteps ?? 5_000); step += 1) {
    let state = fold(log);
    const outside = script.interrupt?.(state, step) ?? [];
    if (outside.length > 0) {
      append(outside);
      state = fold(log);
    }
    const due = dueEffects(state);
    const work = due.filter(({ type }) => type !== 'wait');
    const effect = work[script.pick?.(work.length) ?? 0] ?? work[0];
    if (effect !== undefined) {
      if (effect.type === 'call-model') requests.push({ turnId: effect.turnId, text: JSON.stringify(asked(effect)) });
      append(happens(state, effect, script));
      continue;
    }
    const decided = decisions(state, script);
    const late = due.find(({ type }) => type === 'wait');
    if (decided.length > 0) append(decided);
    else if (late?.type === 'wait') append(late.events);
    else return { log, state, ends, requests };
  }
  throw new Error('the session never ended');
}

/** What goes out of the core with a turn. */
const asked = ({ request, timeoutMs, seat }: CallModelEffect): object => ({ ...request, timeoutMs, seat: seat.name });

/** A second an event. */
const timeOf = (place: number): string => new Date(1_767_225_600_000 + place * 1_000).toISOString();

function happens(state: SessionState, effect: Effect, script: PlayScript): readonly NewEvent[] {
  switch (effect.type) {
    case 'append':
      return effect.events;
    case 'call-model':
      return speaks(state, effect, script);
    case 'call-tool': {
      const answer =
        outsideTool(effect) === null
          ? insideAnswer(state, effect)
          : (script.tool?.(effect) ?? { output: 'nothing', isError: false });
      return settleTool(effect, answer, 0);
    }
    case 'recall':
      return settleRecall(effect, script.recall?.(effect) ?? []);
    case 'check-claims':
      return settleCheck(effect, script.check?.(effect) ?? []);
    case 'wait':
      return effect.events;
    case 'draw-allotment':
      throw new Error('no script has a group with a budget');
  }
}

function speaks(state: SessionState, call: CallModelEffect, script: PlayScript): readonly NewEvent[] {
  const answer = script.answer(call, state);
  if (answer === FAILS) return failTurn(state, call, 'MODEL.UPSTREAM', 'no answer');
  const said =
    typeof answer === 'string'
      ? { content: answer, toolCalls: [] }
      : {
          content: '',
          toolCalls: answer.calls.map(({ name, input }, at) => ({
            id: `c${at}`,
            name,
            input: JSON.stringify(input),
          })),
        };
  const { input = 1_000, output = 500 } = script.tokens ?? {};
  return settleTurn(state, call, {
    attempt: 1,
    ...said,
    inputTokens: input,
    outputTokens: output,
    isEstimated: false,
    latencyMs: 5,
  });
}

function decisions(state: SessionState, script: PlayScript): readonly NewEvent[] {
  return Object.keys(state.nodes).flatMap((id): NewEvent[] => {
    const { status, review } = nodeState(state, id);
    if (status !== 'suspended' || review === null || review.decision !== null) return [];
    const decision = script.decide?.(id, state);
    if (decision === undefined) return [];
    const { action, data = {} } = typeof decision === 'string' ? { action: decision } : decision;
    const { review_uuid } = review;
    return [
      { event: 'review:decided', node_id: id, data: { review_uuid, action, data, by: 'user', is_automatic: false } },
    ];
  });
}
