import { type ChatChunk, ChatModel, type ChatRequest } from '@council/council-core';
import type { Cache } from '@nestjs/cache-manager';
import { REHEARSAL_PROVIDER } from '../rehearsal/engine-name.js';
import { type Answerer, answerKey } from './answer-key.js';
import { AnswerRecorder, spokenAgain, StoredAnswer } from './stored-answer.js';

interface Keeping {
  readonly ttlMs: number;
  /** Null where nobody can be called: why, is said by who tries. */
  readonly answererOf: (provider: string) => Answerer | null;
}

/**
 * Asks a model no question twice that it was asked at temperature 0. At any other temperature an answer is a draw, and
 * drawing again is what was wanted. Answers are kept when they are whole; failures never.
 */
export class CachedChatModel extends ChatModel {
  constructor(
    private readonly inner: ChatModel,
    private readonly cache: Cache,
    private readonly keeping: Keeping,
  ) {
    super();
  }

  async *stream(request: ChatRequest): AsyncIterable<ChatChunk> {
    const key = this.keyOf(request);
    const known = key === null ? null : await this.find(key);
    if (known !== null && !request.signal.aborted) yield* spokenAgain(known);
    else yield* this.ask(request, key);
  }

  private keyOf(request: ChatRequest): string | null {
    // The rehearsal engine reads the brief, which is not part of the key, and costs nothing anyway.
    if (request.temperature !== 0 || request.provider === REHEARSAL_PROVIDER) return null;
    const answerer = this.keeping.answererOf(request.provider);
    return answerer === null ? null : answerKey(request, answerer);
  }

  /** A cache is shared, and nothing in it is trusted to be an answer. */
  private async find(key: string): Promise<StoredAnswer | null> {
    return StoredAnswer.safeParse(await this.cache.get<unknown>(key)).data ?? null;
  }

  private async *ask(request: ChatRequest, key: string | null): AsyncIterable<ChatChunk> {
    const recorder = new AnswerRecorder();
    for await (const chunk of this.inner.stream(request)) {
      const answer = key === null ? null : recorder.hear(chunk);
      // Before `done` is handed on: whoever has it reads no further, and nothing after it would be carried out.
      if (key !== null && answer !== null) await this.cache.set(key, answer, this.keeping.ttlMs);
      yield chunk;
    }
  }
}
