import { Embedder, type EmbeddedText, type EmbeddingModel } from '@council/council-core';
import { sha256 } from '@council/kernel';
import type { Cache } from '@nestjs/cache-manager';

/** A vector never goes out of date; it only makes room for others. */
const TTL_MS = 7 * 86_400_000;
const BYTES_PER_NUMBER = Float32Array.BYTES_PER_ELEMENT;

/**
 * Asks the model for no text twice: vectors are kept under the model's name and the text's hash. They are kept, and given
 * back the first time too, in the precision of the database (float4), so that nobody can tell a hit by its numbers.
 */
export class CachedEmbedder extends Embedder {
  constructor(
    private readonly inner: Embedder,
    private readonly cache: Cache,
  ) {
    super();
  }

  model(): Promise<EmbeddingModel> {
    return this.inner.model();
  }

  async embed(texts: readonly string[], signal?: AbortSignal): Promise<readonly (readonly number[])[]> {
    return (await this.look(texts, signal)).map(({ vector }) => vector);
  }

  override async embedOne(text: string): Promise<EmbeddedText> {
    const [found] = await this.look([text]);
    return found ?? { vector: [], isCached: false };
  }

  private async look(texts: readonly string[], signal?: AbortSignal): Promise<readonly EmbeddedText[]> {
    if (texts.length === 0) return [];
    const model = await this.inner.model();
    const keys = texts.map((text) => `embedding:${model.modelId}:${sha256(text)}`);
    const known = await this.cache.mget<unknown>(keys);
    const vectors = new Map<string, EmbeddedText>();
    for (const [index, key] of keys.entries()) {
      const vector = unpacked(known[index], model.dimension);
      if (vector !== null) vectors.set(key, { vector, isCached: true });
    }
    const missing = new Map(texts.map((text, index) => [keys[index] ?? '', text]));
    for (const key of vectors.keys()) missing.delete(key);
    for (const [key, vector] of await this.fill(missing, signal)) vectors.set(key, { vector, isCached: false });
    return keys.map((key) => vectors.get(key) ?? { vector: [], isCached: false });
  }

  private async fill(
    missing: ReadonlyMap<string, string>,
    signal: AbortSignal | undefined,
  ): Promise<ReadonlyMap<string, readonly number[]>> {
    if (missing.size === 0) return new Map();
    const fresh = await this.inner.embed([...missing.values()], signal);
    const made = [...missing.keys()].map((key, index) => [key, Float32Array.from(fresh[index] ?? [])] as const);
    await this.cache.mset(made.map(([key, vector]) => ({ key, value: packed(vector), ttl: TTL_MS })));
    return new Map(made.map(([key, vector]) => [key, [...vector]]));
  }
}

const packed = (vector: Float32Array): string => Buffer.from(vector.buffer).toString('base64');

/** Null for whatever is not a vector of this model: a cache is shared, and nothing in it is trusted. */
function unpacked(value: unknown, dimension: number): readonly number[] | null {
  if (typeof value !== 'string') return null;
  const bytes = Buffer.from(value, 'base64');
  if (bytes.length !== dimension * BYTES_PER_NUMBER) return null;
  const vector = Array.from({ length: dimension }, (_, index) => bytes.readFloatLE(index * BYTES_PER_NUMBER));
  return vector.every((number) => Number.isFinite(number)) ? vector : null;
}
