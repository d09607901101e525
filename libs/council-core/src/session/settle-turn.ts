import type { EventOf, NewEvent } from '@council/contracts';
import { checkReferences } from '../citations/check-references.js';
import { costUsd } from '../ledger/cost-usd.js';
import { addUsage } from '../ledger/spend-of.js';
import type { ToolCall } from '../ports/chat-model.js';
import { withoutBlock } from '../typed/typed-answer.js';
import type { CallModelEffect } from './effects.js';
import { failTurn } from './fail-turn.js';
import { seatState, type SessionState } from './state.js';
import { toolTurns } from './turn-steps.js';
import { readTypedTurn, TYPED } from './typed-turns.js';

export interface SpokenTurn {
  readonly attempt: number;
  readonly content: string;
  readonly toolCalls: readonly ToolCall[];
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly isEstimated: boolean;
  /** No model was asked: it is on the bill with its tokens, and costs nothing. */
  readonly isCached?: boolean;
  readonly latencyMs: number;
}

/**
 * What an answered call leaves in the log: one append, so that text, bill, verdict and status are never apart. The turn
 * is over with its message; until then it may ask for tools, or be asked to mend what could not be read.
 */
export function settleTurn(state: SessionState, call: CallModelEffect, spoken: SpokenTurn): readonly NewEvent[] {
  const bill = billOf(state, call, spoken);
  if (spoken.toolCalls.length > 0) {
    if (!call.isLastWord && call.request.tools !== undefined) return [toolsRequested(call, spoken), bill];
    if (spoken.content.trim() === '') {
      const message = `${call.seat.name} asks for tools that it may not call, and says nothing else.`;
      return [toolsRequested(call, spoken), bill, ...failTurn(state, call, 'TURN.NO_ANSWER', message)];
    }
  }
  const answer = wholeAnswer(state, call, spoken.content);
  const typed = readTypedTurn(call, answer, state.created?.engine.kind ?? 'model');
  if (typed !== null && typed.problem !== null && rejectedStep(state, call) === undefined) {
    return [answerRejected(call, spoken, typed.problem), bill];
  }
  const events: NewEvent[] = [messageCompleted(state, call, spoken, typed?.text ?? answer), bill];
  if (typed?.event != null) events.push(typed.event);
  if (call.isWholeNode) {
    events.push({ event: 'node_state_change', node_id: call.nodeId, data: { status: 'completed' } });
  }
  return events;
}

const rejectedStep = (state: SessionState, { seatId }: CallModelEffect) =>
  seatState(state, seatId).steps.find((step) => step.kind === 'rejected');

/** A mended answer is the data alone: what was said around it the first time stays the text that people read. */
function wholeAnswer(state: SessionState, call: CallModelEffect, content: string): string {
  const rejected = rejectedStep(state, call);
  if (rejected === undefined || TYPED[call.stance]?.isWhole === true) return content;
  const block = content.includes('```json') ? content : `\`\`\`json\n${content.trim()}\n\`\`\``;
  return `${withoutBlock(rejected.content)}\n\n${block}`.trim();
}

const callerOf = ({ turnId, seat }: CallModelEffect, { attempt }: SpokenTurn) => ({
  turn_id: turnId,
  attempt,
  agent_id: seat.agent?.agent_uuid ?? null,
});

function toolsRequested(call: CallModelEffect, spoken: SpokenTurn): NewEvent {
  const { content, latencyMs, toolCalls } = spoken;
  const data = { ...callerOf(call, spoken), content, calls: [...toolCalls], latency_ms: latencyMs };
  return { event: 'tool_calls:requested', node_id: call.nodeId, data };
}

function answerRejected(call: CallModelEffect, spoken: SpokenTurn, problem: string): NewEvent {
  const { content, latencyMs } = spoken;
  const data = { ...callerOf(call, spoken), content, problem, latency_ms: latencyMs };
  return { event: 'answer:rejected', node_id: call.nodeId, data };
}

function messageCompleted(state: SessionState, call: CallModelEffect, spoken: SpokenTurn, content: string): NewEvent {
  const turns = toolTurns(seatState(state, call.seatId).steps);
  const tools = turns === 0 ? {} : { tool_turns: turns, is_tool_allowance_spent: call.isLastWord };
  return {
    event: 'message:completed',
    node_id: call.nodeId,
    data: {
      ...callerOf(call, spoken),
      ...call.seat.used,
      agent_name: call.seat.name,
      content,
      references: [...checkReferences(content, state.document?.content ?? null)],
      latency_ms: spoken.latencyMs,
      ...tools,
    } satisfies EventOf<'message:completed'>['data'],
  };
}

function billOf({ usage }: SessionState, call: CallModelEffect, spoken: SpokenTurn): NewEvent {
  const counted = {
    input_tokens: spoken.inputTokens,
    output_tokens: spoken.outputTokens,
    is_estimated: spoken.isEstimated,
    estimated_cost_usd: spoken.isCached === true ? 0 : costUsd(call.seat.price, spoken),
  };
  const sum = addUsage(usage, counted);
  return {
    event: 'token_usage',
    node_id: call.nodeId,
    data: {
      ...callerOf(call, spoken),
      ...call.seat.used,
      ...counted,
      ...(spoken.isCached === true ? { is_cached: true } : {}),
      total_tokens: spoken.inputTokens + spoken.outputTokens,
      cumulative_session_tokens: sum.input_tokens + sum.output_tokens,
      cumulative_session_cost_usd: sum.cost_usd,
    },
  };
}
