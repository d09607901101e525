import type { SentenceEncoder } from '@council/council-core';

/** How near two sentences are, 0 to 1. What counts as near depends on how it is measured. */
export interface Closeness {
  /** Above it, two sentences are joined in the graph of TextRank. */
  readonly edge: number;
  /** Above it, one sentence may be about the other; a shared topic is asked for besides. */
  readonly answer: number;
  between(a: number, b: number): number;
  /** How near each sentence is to another text; all 0 where it says nothing. */
  to(text: string, signal: AbortSignal): Promise<readonly number[]>;
}

const BATCH = 32;

/** Cosine of sentence vectors. The encoder is blind to negation, so this never decides alone. */
export class VectorCloseness implements Closeness {
  readonly edge = 0.35;
  readonly answer = 0.55;

  private constructor(
    private readonly encoder: SentenceEncoder,
    private readonly vectors: readonly Float32Array[],
  ) {}

  static async of(encoder: SentenceEncoder, texts: readonly string[], signal: AbortSignal): Promise<VectorCloseness> {
    const vectors: Float32Array[] = [];
    for (let from = 0; from < texts.length; from += BATCH) {
      signal.throwIfAborted();
      vectors.push(...(await encoder.encode(texts.slice(from, from + BATCH), signal)));
    }
    return new VectorCloseness(encoder, vectors);
  }

  between(a: number, b: number): number {
    return dot(this.vectors[a], this.vectors[b]);
  }

  async to(text: string, signal: AbortSignal): Promise<readonly number[]> {
    if (text.trim() === '' || this.vectors.length === 0) return this.vectors.map(() => 0);
    const [query] = await this.encoder.encode([text], signal);
    return this.vectors.map((vector) => dot(query, vector));
  }
}

function dot(a: Float32Array | undefined, b: Float32Array | undefined): number {
  if (a === undefined || b === undefined) return 0;
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return Math.max(0, sum);
}

/** Cosine of the words that two sentences share, rare words counting more. For languages that the encoder cannot read. */
export class LexicalCloseness implements Closeness {
  readonly edge = 0.1;
  readonly answer = 0.2;
  private readonly rarity = new Map<string, number>();
  private readonly bags: readonly ReadonlyMap<string, number>[];

  constructor(
    texts: readonly string[],
    private readonly wordsOf: (text: string) => readonly string[],
  ) {
    const words = texts.map(wordsOf);
    for (const word of words.flatMap((list) => [...new Set(list)])) {
      this.rarity.set(word, (this.rarity.get(word) ?? 0) + 1);
    }
    for (const [word, count] of this.rarity) this.rarity.set(word, Math.log(1 + texts.length / count));
    this.bags = words.map((list) => this.bagOf(list));
  }

  between(a: number, b: number): number {
    return overlap(this.bags[a], this.bags[b]);
  }

  async to(text: string): Promise<readonly number[]> {
    const query = this.bagOf(this.wordsOf(text));
    return this.bags.map((bag) => overlap(query, bag));
  }

  private bagOf(words: readonly string[]): ReadonlyMap<string, number> {
    const bag = new Map<string, number>();
    for (const word of [...words].sort()) bag.set(word, (bag.get(word) ?? 0) + (this.rarity.get(word) ?? 0));
    const length = Math.hypot(...bag.values());
    for (const [word, weight] of bag) bag.set(word, length === 0 ? 0 : weight / length);
    return bag;
  }
}

function overlap(a: ReadonlyMap<string, number> | undefined, b: ReadonlyMap<string, number> | undefined): number {
  if (a === undefined || b === undefined) return 0;
  let sum = 0;
  for (const [word, weight] of a) sum += weight * (b.get(word) ?? 0);
  return sum;
}
