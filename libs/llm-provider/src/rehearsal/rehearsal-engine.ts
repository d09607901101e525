import { setImmediate as breathe } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import {
  type ChatBrief,
  type ChatChunk,
  ChatModel,
  type ChatRequest,
  estimateRequestTokens,
  estimateTokens,
  ModelCallError,
  SentenceEncoder,
} from '@council/council-core';
import { readDocument } from './reading/read-document.js';
import { ReadingCache } from './reading/reading-cache.js';
import { joinPieces } from './speaking/markdown.js';
import { personaOf } from './speaking/personas.js';
import { speak } from './speaking/speak.js';
import { WORDS } from './speaking/languages.js';
import { ballotOf, claimsOf } from './speaking/typed-answers.js';

/**
 * The model of a house without a model: it answers with sentences of the document and their places, chosen by rules. The
 * same request has the same answer, always. What it can and cannot do stands in docs/rehearsal.md.
 */
@Injectable()
export class RehearsalEngine extends ChatModel {
  private readonly readings: ReadingCache;

  constructor(encoder: SentenceEncoder) {
    super();
    this.readings = new ReadingCache((document, signal) => readDocument(document, encoder, signal));
  }

  async *stream({ brief, messages, signal }: ChatRequest): AsyncIterable<ChatChunk> {
    let answer = '';
    try {
      for await (const text of this.answer(brief, signal)) {
        signal.throwIfAborted();
        answer += text;
        yield { kind: 'text', text };
        await breathe(undefined, { signal });
      }
    } catch (error) {
      if (signal.aborted) throw new ModelCallError('MODEL.ABORTED', 'The call was stopped.');
      const reason = error instanceof Error ? error.message : 'unknown reason';
      const message = `The rehearsal could not read the document: ${reason}`;
      throw new ModelCallError('REHEARSAL.UNREADABLE', message, { cause: error });
    }
    const inputTokens = estimateRequestTokens({ messages });
    yield {
      kind: 'done',
      inputTokens,
      outputTokens: estimateTokens(answer),
      isEstimated: true,
      finishReason: 'stop',
    };
  }

  /** The first line comes before the document is read, so that the screen shows life. */
  private async *answer(brief: ChatBrief, signal: AbortSignal): AsyncIterable<string> {
    const words = WORDS[brief.language];
    const ballot = ballotOf(brief.stance, words);
    if (ballot !== null) {
      yield ballot;
      return;
    }
    const document = brief.document ?? '';
    if (brief.stance === 'extractor') {
      yield claimsOf(brief, document, await this.readings.get(document, signal));
      return;
    }
    yield `${words.opening}\n\n`;
    const reading = await this.readings.get(document, signal);
    const { closeness } = reading;
    const view = {
      persona: await closeness.to(personaOf(brief), signal),
      objective: await closeness.to(brief.objective, signal),
    };
    yield* joinPieces(speak({ brief, document, reading, view, words }));
  }
}
