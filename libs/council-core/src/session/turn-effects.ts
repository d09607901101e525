import type { SeatSnapshot, ToolName } from '@council/contracts';
import { OUTPUT_TOKENS_MAX } from '../ledger/reserve-call.js';
import { MAX_TOOL_TURNS } from '../nodes/agent-properties.js';
import type { NodeContext } from '../nodes/node-kind.js';
import type { ChatRequest, Stance } from '../ports/chat-model.js';
import { composeTurn } from '../prompts/compose-turn.js';
import { ALLOWANCE_SPENT, turnHistory } from '../prompts/turn-history.js';
import { fitWindow } from '../prompts/fit-window.js';
import { grantedTools } from '../tools/granted-tools.js';
import { offeredTools } from '../tools/offered-tools.js';
import { TYPED } from './typed-turns.js';
import type { CallModelEffect, CallToolEffect, Effect } from './effects.js';
import { priorTurns } from './prior-turns.js';
import { roundHistory } from './round-history.js';
import { type AskedTool, seatIdOf, seatState, turnIdOf } from './state.js';
import { toolTurns, waitingCalls } from './turn-steps.js';

/** What a kind of node adds to the turns that are spoken in it. */
export interface TurnManner {
  readonly stance: Stance;
  /** With its message, the node has done its work. */
  readonly isWholeNode: boolean;
  /** Replaces the persona. */
  readonly systemPrompt?: string;
  /** What is asked beside the task of the stance. */
  readonly question?: string;
  readonly maxToolTurns?: number;
  readonly timeoutSeconds?: number;
  readonly retries?: number;
}

/** What a turn waits for: tools that its model asked for, or the model itself. Nothing once it has been spoken. */
export function turnEffects(context: NodeContext, seat: SeatSnapshot, manner: TurnManner): readonly Effect[] {
  const { steps } = seatState(context.state, seatIdOf(seat));
  const waiting = waitingCalls(steps);
  return waiting.length > 0 ? waiting.map((call) => callTool(context, seat, call)) : [callModel(context, seat, manner)];
}

/** The seat as it is taken now: by its own sitter, or by one of the fallbacks. */
function sittingAt({ state }: NodeContext, seat: SeatSnapshot): SeatSnapshot {
  const { sitter } = seatState(state, seatIdOf(seat));
  return sitter === 0 ? seat : { ...seat, ...seat.fallbacks?.[sitter - 1], seat_id: seat.seat_id };
}

function callModel(context: NodeContext, snapshot: SeatSnapshot, manner: TurnManner): CallModelEffect {
  const { state, id } = context;
  const seatId = seatIdOf(snapshot);
  const seat = sittingAt(context, snapshot);
  const turnId = turnIdOf(state, id, seatId);
  const { attempts, steps, sitter, retries } = seatState(state, seatId);
  let request: CallModelEffect['request'] | null = null;
  return {
    type: 'call-model',
    key: `${turnId}@${sitter}.${retries}.${steps.length}`,
    nodeId: id,
    seatId,
    turnId,
    attempt: attempts + 1,
    stance: manner.stance,
    seat,
    isLastWord: isAllowanceSpent(context, seatId, manner),
    // Composed when somebody reads it: most of the time the call is running already, and nobody does.
    get request() {
      return (request ??= bounded(context, requestOf(context, seat, manner)));
    },
    timeoutMs: manner.timeoutSeconds === undefined ? null : manner.timeoutSeconds * 1_000,
    retries: manner.retries ?? 0,
    isWholeNode: manner.isWholeNode,
  };
}

/** Under a cap every call has a worst case, also where nobody has set one. */
const bounded = ({ created }: NodeContext, request: Omit<ChatRequest, 'signal'>): Omit<ChatRequest, 'signal'> =>
  created.budget == null ? request : { ...request, maxTokens: request.maxTokens ?? OUTPUT_TOKENS_MAX };

function requestOf(context: NodeContext, seat: SeatSnapshot, manner: TurnManner): Omit<ChatRequest, 'signal'> {
  const { state, created, plan, node, id } = context;
  const { language, seed } = created;
  const { steps } = seatState(state, seatIdOf(seat));
  const typed = TYPED[manner.stance];
  const compose = (prior: ReturnType<typeof priorTurns>) =>
    composeTurn({
      created,
      seat,
      stance: manner.stance,
      document: state.document,
      prior,
      rounds: roundHistory(state, plan, id),
      userMessages: state.userMessages,
      systemPrompt: manner.systemPrompt,
      question: manner.question,
    });
  const request = fitWindow(compose, priorTurns(state, created, plan, id), seat);
  const messages = [...request.messages, ...turnHistory(steps, language, seed)];
  const isAskedAsData = typed?.isWhole === true || steps.at(-1)?.kind === 'rejected';
  if (typed !== undefined && isAskedAsData) return { ...request, messages, output: typed.form };
  const tools = offeredTools(grantedTools(node, seat));
  if (tools.length === 0) return { ...request, messages };
  if (!isAllowanceSpent(context, seatIdOf(seat), manner)) return { ...request, messages, tools };
  const lastWord = { role: 'user', content: ALLOWANCE_SPENT[language] } as const;
  return { ...request, messages: [...messages, lastWord], tools, toolChoice: 'none' };
}

const isAllowanceSpent = ({ state }: NodeContext, seatId: string, { maxToolTurns = MAX_TOOL_TURNS }: TurnManner) =>
  toolTurns(seatState(state, seatId).steps) >= maxToolTurns;

function callTool(context: NodeContext, snapshot: SeatSnapshot, call: AskedTool): CallToolEffect {
  const { state, created, node, id } = context;
  const seatId = seatIdOf(snapshot);
  const seat = sittingAt(context, snapshot);
  const { steps, sitter, retries } = seatState(state, seatId);
  const turnId = turnIdOf(state, id, seatId);
  const { id: callId, name, input } = call;
  return {
    type: 'call-tool',
    key: `${turnId}@${sitter}.${retries}.${steps.length}:${callId}`,
    nodeId: id,
    seatId,
    turnId,
    agentId: seat.agent?.agent_uuid ?? null,
    author: seat.name,
    call: { id: callId, name, input },
    tool: grantedTools(node, seat).find((tool): tool is ToolName => tool === name) ?? null,
    context: {
      language: created.language,
      document: state.document?.content ?? null,
      searchProvider: seat.agent?.capabilities?.search_provider ?? '',
    },
  };
}
