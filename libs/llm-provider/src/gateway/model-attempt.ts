import type { AttemptSpend, ChatChunk, ChatRequest } from '@council/council-core';
import type { Endpoint } from '../providers/endpoints.js';
import { Answer } from './answer.js';
import type { ChatDialect } from './chat-attempt.js';
import { type Deadlines, withDeadlines } from './deadlines.js';
import type { ModelFault, ModelFaultCode } from './model-fault.js';

/** How an attempt ended. `spent` is absent when nothing was sent. */
export interface AttemptOutcome {
  readonly fault: ModelFault | null;
  readonly spent: AttemptSpend | undefined;
}

/** Turned away before the model saw it: no provider bills that. */
const TURNED_AWAY: ReadonlySet<ModelFaultCode> = new Set<ModelFaultCode>([
  'MODEL.UNAUTHORIZED',
  'MODEL.QUOTA',
  'MODEL.NOT_FOUND',
  'MODEL.REJECTED',
  'MODEL.TOO_LONG',
  'MODEL.RATE_LIMITED',
]);

export interface AttemptSetting {
  readonly dialect: ChatDialect;
  readonly request: ChatRequest;
  readonly endpoint: Endpoint;
  readonly deadlines: Deadlines;
  readonly who: string;
  /** Names what was thrown; it is told whether any part of an answer had arrived. */
  readonly faultOf: (thrown: unknown, hasBegun: boolean) => ModelFault;
}

/** One attempt: passes on what the model says and `done`, and returns how it ended and what that used. Never throws. */
export async function* attemptOnce(
  setting: AttemptSetting,
  signal: AbortSignal,
): AsyncGenerator<ChatChunk, AttemptOutcome> {
  const { dialect, request, endpoint, deadlines, who } = setting;
  const startedAt = performance.now();
  const controller = new AbortController();
  const merged = AbortSignal.any([signal, controller.signal]);
  const answer = new Answer(request, who);
  const wire = { isSent: false };
  const spent = (): AttemptSpend => answer.spent(performance.now() - startedAt);
  try {
    const watch = { signal: merged, onSent: () => (wire.isSent = true) };
    const parts = dialect.attempt(request, endpoint, watch);
    for await (const part of withDeadlines(parts, controller, merged, deadlines, who)) {
      answer.add(part);
      if (part.kind === 'text' || part.kind === 'thinking') yield part;
    }
    const done = answer.finish();
    if (answer.toolCalls.length > 0) yield { kind: 'tool-calls', calls: answer.toolCalls };
    yield done;
    return { fault: null, spent: spent() };
  } catch (thrown) {
    const fault = setting.faultOf(thrown, answer.hasBegun);
    return { fault, spent: wire.isSent ? billable(spent(), fault, answer.hasBegun) : undefined };
  }
}

/** An error instead of the first word says that there will be none, and is not billed either. */
function billable(spent: AttemptSpend, { code }: ModelFault, hasBegun: boolean): AttemptSpend {
  const isFree = TURNED_AWAY.has(code) || (code === 'MODEL.UPSTREAM' && !hasBegun);
  return isFree ? { ...spent, inputTokens: 0, outputTokens: 0, isEstimated: false } : spent;
}
