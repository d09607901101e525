import type { ChatChunk } from '@council/council-core';
import { z } from 'zod';

/** A whole answer as the cache holds it. */
export const StoredAnswer = z.object({
  thinking: z.string(),
  text: z.string(),
  calls: z.array(z.object({ id: z.string(), name: z.string(), input: z.string() })),
  inputTokens: z.int(),
  outputTokens: z.int(),
  isEstimated: z.boolean(),
  finishReason: z.string(),
});
export type StoredAnswer = z.infer<typeof StoredAnswer>;

/** What its end is called when the model had said all it wanted: not cut off, and nothing withheld. */
const WHOLE: readonly string[] = ['stop', 'tool_calls'];
/** A longer answer is not kept: without Redis all of them lie in the memory of the process. */
const MAX_CHARACTERS = 100_000;

/** Listens to an answer while it passes by. */
export class AnswerRecorder {
  private heard = noAnswer();

  /** The answer, once it is whole and worth keeping. */
  hear(chunk: ChatChunk): StoredAnswer | null {
    switch (chunk.kind) {
      case 'text':
      case 'thinking':
        this.heard = { ...this.heard, [chunk.kind]: this.heard[chunk.kind] + chunk.text };
        return null;
      case 'tool-calls':
        this.heard = { ...this.heard, calls: [...chunk.calls] };
        return null;
      case 'attempt-failed':
        this.heard = noAnswer();
        return null;
      case 'done':
        return this.whole(chunk);
    }
  }

  private whole({ inputTokens, outputTokens, isEstimated, finishReason }: Extract<ChatChunk, { kind: 'done' }>) {
    const answer = { ...this.heard, inputTokens, outputTokens, isEstimated, finishReason };
    const isWhole = WHOLE.includes(finishReason) && JSON.stringify(answer).length <= MAX_CHARACTERS;
    return isWhole ? answer : null;
  }
}

const noAnswer = (): Pick<StoredAnswer, 'thinking' | 'text' | 'calls'> => ({ thinking: '', text: '', calls: [] });

/** The same answer once more, for nothing. */
export function* spokenAgain({ thinking, text, calls, ...end }: StoredAnswer): Generator<ChatChunk> {
  if (thinking !== '') yield { kind: 'thinking', text: thinking };
  if (text !== '') yield { kind: 'text', text };
  if (calls.length > 0) yield { kind: 'tool-calls', calls };
  yield { kind: 'done', ...end, isCached: true };
}
