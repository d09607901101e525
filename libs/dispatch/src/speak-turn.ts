import type { TokenDelta } from '@council/contracts';
import {
  ABORTED,
  type AttemptSpend,
  type CallModelEffect,
  type ChatModel,
  type FailedAttempt,
  ModelCallError,
  plainText,
  type SpokenTurn,
} from '@council/council-core';
import { AttemptMeter } from './attempt-meter.js';

interface SpeakPorts {
  readonly model: ChatModel;
  readonly say: (attempt: number, text: string, isThinking: boolean) => void;
  /** Called with every piece before anybody else hears of it; it throws where the answer has to be stopped. */
  readonly watch: (text: string, isThinking: boolean) => void;
  /** Called before another attempt begins; what it returns is awaited. */
  readonly onAttemptFailed: (failed: FailedAttempt) => Promise<void>;
}

/**
 * Carries out one turn: streams it, counts attempts, keeps the text of the last one. Throws ModelCallError, which says
 * what the last attempt used also where the model does not.
 */
export async function speakTurn(call: CallModelEffect, signal: AbortSignal, ports: SpeakPorts): Promise<SpokenTurn> {
  const meter = new AttemptMeter(call);
  try {
    return await stream(call, signal, ports, meter);
  } catch (error) {
    throw failure(error, signal, meter);
  }
}

async function stream(
  call: CallModelEffect,
  signal: AbortSignal,
  ports: SpeakPorts,
  meter: AttemptMeter,
): Promise<SpokenTurn> {
  let toolCalls: SpokenTurn['toolCalls'] = [];
  for await (const chunk of ports.model.stream({ ...call.request, signal })) {
    switch (chunk.kind) {
      case 'text':
      case 'thinking':
        meter.hear(chunk.text, chunk.kind === 'thinking');
        ports.watch(chunk.text, chunk.kind === 'thinking');
        ports.say(meter.attempt, chunk.text, chunk.kind === 'thinking');
        break;
      case 'tool-calls':
        toolCalls = chunk.calls.map(({ id, name, input }) => ({ id, name: plainText(name), input: plainText(input) }));
        break;
      case 'attempt-failed': {
        const { code, message, retryInMs, spent = meter.spent() } = chunk;
        await ports.onAttemptFailed({ attempt: meter.attempt, code, message, retryInMs, spent });
        meter.next(retryInMs);
        break;
      }
      case 'done':
        return {
          attempt: meter.attempt,
          content: plainText(meter.text),
          toolCalls,
          inputTokens: chunk.inputTokens,
          outputTokens: chunk.outputTokens,
          isEstimated: chunk.isEstimated,
          isCached: chunk.isCached,
          latencyMs: meter.latencyMs,
        };
    }
  }
  throw new ModelCallError('MODEL.CUT_STREAM', 'the model stopped without an end of its answer');
}

function failure(error: unknown, signal: AbortSignal, meter: AttemptMeter): unknown {
  const isOfModel = error instanceof ModelCallError;
  if (!isOfModel && !signal.aborted) return error;
  const spent: AttemptSpend | undefined = (isOfModel ? error.spent : undefined) ?? meter.spent();
  if (signal.aborted) return new ModelCallError(ABORTED, 'the call was stopped', { cause: error, spent });
  return isOfModel ? new ModelCallError(error.code, error.message, { cause: error, spent }) : error;
}

export type TurnAddress = Omit<TokenDelta, 'offset' | 'chunk'>;
