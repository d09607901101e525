import type { TokenDelta } from '@council/contracts';
import { type CallModelEffect, type ChatModel, ModelCallError, type SpokenTurn } from '@council/council-core';

interface SpeakPorts {
  readonly model: ChatModel;
  readonly say: (attempt: number, text: string, isThinking: boolean) => void;
  /** Called before another attempt begins; what it returns is awaited. */
  readonly onAttemptFailed: (attempt: number, code: string, message: string, retryInMs: number) => Promise<void>;
}

/** Carries out one turn: streams it, counts attempts, keeps the text of the last one. Throws ModelCallError. */
export async function speakTurn(call: CallModelEffect, signal: AbortSignal, ports: SpeakPorts): Promise<SpokenTurn> {
  const startedAt = performance.now();
  let attempt = call.attempt;
  let content = '';
  for await (const chunk of ports.model.stream({ ...call.request, signal })) {
    switch (chunk.kind) {
      case 'text':
        content += chunk.text;
        ports.say(attempt, chunk.text, false);
        break;
      case 'thinking':
        ports.say(attempt, chunk.text, true);
        break;
      case 'attempt-failed':
        await ports.onAttemptFailed(attempt, chunk.code, chunk.message, chunk.retryInMs);
        attempt += 1;
        content = '';
        break;
      case 'done':
        return {
          attempt,
          content: plainText(content),
          inputTokens: chunk.inputTokens,
          outputTokens: chunk.outputTokens,
          isEstimated: chunk.isEstimated,
          latencyMs: Math.round(performance.now() - startedAt),
        };
    }
  }
  throw new ModelCallError('MODEL.CUT_STREAM', 'the model stopped without an end of its answer');
}

/** PostgreSQL's text and jsonb cannot hold NUL or half a surrogate pair; a model can write both. */
const plainText = (text: string): string => text.replaceAll('\u0000', '').toWellFormed();

export type TurnAddress = Omit<TokenDelta, 'offset' | 'chunk'>;
