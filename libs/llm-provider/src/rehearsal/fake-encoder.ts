import { SentenceEncoder } from '@council/council-core';

const DIMENSIONS = 512;

/** Vectors from a sentence's groups of three letters: no model, but likeness of a kind, and always the same. For specs. */
export class TrigramEncoder extends SentenceEncoder {
  /** How many sentences were asked for. */
  encoded = 0;

  override async encode(sentences: readonly string[], signal?: AbortSignal): Promise<readonly Float32Array[]> {
    signal?.throwIfAborted();
    this.encoded += sentences.length;
    return sentences.map(vectorOf);
  }
}

function vectorOf(sentence: string): Float32Array {
  const vector = new Float32Array(DIMENSIONS);
  const text = ` ${sentence.toLowerCase().replaceAll(/[^\p{L}]+/gu, ' ')} `;
  for (let at = 0; at + 3 <= text.length; at += 1) {
    let hash = 7;
    for (const letter of text.slice(at, at + 3)) hash = (Math.imul(hash, 31) + (letter.codePointAt(0) ?? 0)) >>> 0;
    vector[hash % DIMENSIONS] = (vector[hash % DIMENSIONS] ?? 0) + 1;
  }
  const length = Math.hypot(...vector);
  return length === 0 ? vector : vector.map((value) => value / length);
}
