import { SentenceEncoder } from '@council/council-core';
import { Injectable } from '@nestjs/common';
import { ProbedEmbedder } from '../probed-embedder.js';
import { LETTER_DIMENSION, letterVector, splitScripts } from './foreign-letters.js';
import { SENTENCE_DIMENSION } from './offline-encoder.js';

/**
 * Embeddings without a network. The encoder knows English only: to it, all Chinese texts are one and the same. So the
 * vector has a second half for letters of other scripts; each half counts by its share of the text. For English the
 * cosine is the encoder's own.
 */
@Injectable()
export class OfflineEmbedder extends ProbedEmbedder {
  constructor(private readonly encoder: SentenceEncoder) {
    super();
  }

  /** A change to how vectors are made needs another name: vectors of two makings must not be compared. */
  protected modelId(): string {
    return 'offline/use-lite-and-letters-1';
  }

  protected async vectors(texts: readonly string[], signal?: AbortSignal): Promise<readonly (readonly number[])[]> {
    const parts = texts.map(splitScripts);
    const toEncode = parts.filter((part) => part.foreignShare < 1).map((part) => part.latin);
    const encoded = (await this.encoder.encode(toEncode, signal)).values();
    return parts.map(({ foreign, foreignShare }) => {
      const sentence = foreignShare < 1 ? encoded.next().value : undefined;
      return [
        ...scaled(sentence ?? new Float32Array(SENTENCE_DIMENSION), Math.sqrt(1 - foreignShare)),
        ...(foreignShare > 0
          ? scaled(letterVector(foreign), Math.sqrt(foreignShare))
          : new Float64Array(LETTER_DIMENSION)),
      ];
    });
  }
}

const scaled = (vector: Iterable<number>, factor: number): number[] => Array.from(vector, (value) => value * factor);
