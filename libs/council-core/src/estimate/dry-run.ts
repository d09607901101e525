import type { LogEvent, ModelName, NewEvent, SeatSnapshot, SessionCreated, ToolName } from '@council/contracts';
import type { Stance, ToolCall } from '../ports/chat-model.js';
import { settleCheck } from '../facts/settle-check.js';
import { settleRecall } from '../session/settle-recall.js';
import { dueEffects } from '../session/due-effects.js';
import type { CallModelEffect, Effect } from '../session/effects.js';
import { fold } from '../session/fold.js';
import { insideAnswer, outsideTool, settleTool } from '../session/settle-tool.js';
import { settleTurn } from '../session/settle-turn.js';
import { nodeState, seatState, type SessionState } from '../session/state.js';
import { toolTurns } from '../session/turn-steps.js';
import { grantedTools } from '../tools/granted-tools.js';
import { estimateRequestTokens, estimateTokens } from './estimate-tokens.js';
import { expectedToolAnswer } from './expected-tools.js';

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
  /** Which tool the seat calls next, having called some; null: it answers. */
  readonly toolCall: (tools: readonly ToolName[], made: number, document: string) => ToolCall | null;
  /** Whether the judge of this round, counted from 1, is content, and whoever is asked too. */
  readonly isContent: (round: number) => boolean;
  /** Of an answer. */
  readonly outputTokens: (call: CallModelEffect) => number;
  readonly tokensPerSecond: (model: ModelName) => number;
}

interface Speaking extends DryTurn {
  readonly call: CallModelEffect;
  readonly toolCall: ToolCall | null;
  readonly endsAt: number;
}

/**
 * Plays the session with the real engine and a speaker that says nothing of the right length: whatever a node reads, how
 * often it speaks, what its tools give back and who waits for whom is the engine's own answer, and none of it is repeated
 * here.
 */
export function dryRun(created: SessionCreated, speaker: DrySpeaker): DryRun {
  // Neither cap nor breaker: what is asked is what the whole council would use.
  const group = created.group === null ? null : { ...created.group, has_budget: false };
  const unlimited = { ...created, budget: null, limits: null, group };
  let state = write(fold([]), [{ event: 'session:created', data: unlimited }]);
  let seconds = 0;
  const turns: DryTurn[] = [];
  const speaking = new Map<string, Speaking>();
  for (;;) {
    const due = dueEffects(state);
    const written = atOnce(state, due, speaker);
    if (written.length > 0) {
      state = write(state, written);
      continue;
    }
    for (const effect of due) {
      if (effect.type === 'call-model' && !speaking.has(effect.key)) {
        speaking.set(effect.key, begin(state, effect, speaker, seconds));
      }
    }
    if (speaking.size === 0) return { turns, seconds };
    seconds = Math.min(...[...speaking.values()].map((turn) => turn.endsAt));
    for (const [key, turn] of speaking) {
      if (turn.endsAt > seconds) continue;
      speaking.delete(key);
      turns.push(turn);
      state = write(state, settle(state, turn, speaker));
    }
  }
}

/** What follows without anybody speaking: what only has to be written down, and the answers of tools. */
function atOnce(state: SessionState, due: readonly Effect[], speaker: DrySpeaker): readonly NewEvent[] {
  const first = due[0];
  if (first?.type === 'append') return first.events;
  const other = due.map(expectedAnswer).find((events) => events.length > 0);
  if (other !== undefined) return other;
  const call = due.find((effect) => effect.type === 'call-tool');
  if (call === undefined) return decisions(state, speaker);
  const outside = outsideTool(call);
  const answer = outside === null ? insideAnswer(state, call) : { output: expectedToolAnswer(outside), isError: false };
  return settleTool(call, answer, 0);
}

/** Memory gives what it has and costs nothing; claims are taken as they are; a person who is asked lets it pass. */
function expectedAnswer(effect: Effect): readonly NewEvent[] {
  switch (effect.type) {
    case 'recall':
      return settleRecall(effect, []);
    case 'check-claims':
      return settleCheck(effect, []);
    default:
      return [];
  }
}

/** A person lets the proposal pass; one who is content leaves the loop with it. */
function decisions(state: SessionState, speaker: DrySpeaker): readonly NewEvent[] {
  return Object.entries(state.nodes).flatMap(([id, { review, status }]): NewEvent[] => {
    if (status !== 'suspended' || review === null || review.decision !== null) return [];
    const leaves = speaker.isContent(review.round) && review.actions.includes('apply');
    const action = leaves ? 'apply' : (review.actions[0] ?? 'approve');
    const decision = { review_uuid: review.review_uuid, data: {}, by: 'estimate', is_automatic: true };
    return [
      { event: 'review:decided', node_id: id, data: { ...decision, action: action === 'reject' ? 'approve' : action } },
    ];
  });
}

function begin(state: SessionState, call: CallModelEffect, speaker: DrySpeaker, now: number): Speaking {
  const { request, nodeId, seat } = call;
  const toolCall = nextToolCall(state, call, speaker);
  const outputTokens = toolCall === null ? speaker.outputTokens(call) : estimateTokens(JSON.stringify(toolCall));
  const endsAt = now + outputTokens / speaker.tokensPerSecond(seat.used);
  return { call, nodeId, seat, toolCall, inputTokens: estimateRequestTokens(request), outputTokens, endsAt };
}

function nextToolCall(state: SessionState, call: CallModelEffect, speaker: DrySpeaker): ToolCall | null {
  if (call.isLastWord || call.request.tools === undefined) return null;
  const made = toolTurns(seatState(state, call.seatId).steps);
  return speaker.toolCall(grantedTools(nodeOf(state, call), call.seat), made, state.document?.content ?? '');
}

const nodeOf = (state: SessionState, { nodeId }: CallModelEffect) => state.created?.graph.nodes[nodeId];

/** Data that can be read: other answers would be asked for again. */
const READABLE: Readonly<Partial<Record<Stance, string>>> = {
  voter: '```json\n{"choice":"abstain","reason":"-"}\n```',
  scorer: '```json\n{"score":null,"reason":"-"}\n```',
  extractor: '```json\n{"claims":[{"claim":"-"}]}\n```',
};

const verdict = (score: number): string =>
  `\`\`\`json\n{"score":{"strategic_alignment":${score},"practical_value":${score},"logical_consistency":${score}},"verdict":"-","exit_recommendation":${score === 100}}\n\`\`\``;

/** Four characters of ASCII are a token to `estimateRequestTokens`. */
function settle(
  state: SessionState,
  { call, toolCall, inputTokens, outputTokens }: Speaking,
  speaker: DrySpeaker,
): readonly NewEvent[] {
  const isContent = speaker.isContent(nodeState(state, call.nodeId).pass);
  const block = call.stance === 'adjudicator' ? verdict(isContent ? 100 : 0) : READABLE[call.stance];
  const answer = `${'word'.repeat(outputTokens)}\n${block ?? ''}`;
  const said = toolCall === null ? { content: answer, toolCalls: [] } : { content: '', toolCalls: [toolCall] };
  const spent = { inputTokens, outputTokens, isEstimated: true, latencyMs: 0 };
  return settleTurn(state, call, { attempt: 1, ...said, ...spent });
}

function write(state: SessionState, events: readonly NewEvent[]): SessionState {
  const placed = events.map((event, at): LogEvent => ({ ...event, seq: state.lastSeq + at + 1, timestamp: '' }));
  return fold(placed, state);
}
