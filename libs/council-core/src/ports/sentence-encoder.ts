/**
 * Turns sentences into unit vectors on this machine, without a network: cosine is their dot product. English only, and
 * blind to negation: nothing may rest on closeness alone.
 */
export abstract class SentenceEncoder {
  /** One vector a sentence, in their order; deterministic. */
  abstract encode(sentences: readonly string[], signal?: AbortSignal): Promise<readonly Float32Array[]>;
}
