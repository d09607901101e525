import { Embedder, type EmbeddedText, type EmbeddingModel } from '@council/council-core';
import { sha256 } from '@council/kernel';
import type { Cache } from '@nestjs/cache-manager';

const BYTES_PER_NUMBER = Float32Array.BYTES_PER_ELEMENT;
/** What is asked of the cache at once: its connection takes a thousand questions, and others have some too. */
const SLICE = 200;

/**
 * Asks the model for no text twice: vectors are kept under the model's name, its dimension and the text's hash. They are
 * kept, and given back the first time too, in the precision of the database (float4), so that nobody can tell a hit by
 * its numbers.
 */
export class CachedEmbedder extends Embedder {
  constructor(
    private readonly inner: Embedder,
    private readonly cache: Cache,
    private readonly ttlMs: number,
  ) {
    super();
  }

  model(): Promise<EmbeddingModel> {
    return this.inner.model();
  }

  async embed(texts: readonly string[], signal?: AbortSignal): Promise<readonly (readonly number[])[]> {
    return (await this.embedOrRecall(texts, signal)).map(({ vector }) => vector);
  }

  override async embedOrRecall(texts: readonly string[], signal?: AbortSignal): Promise<readonly EmbeddedText[]> {
    if (texts.length === 0) return [];
    const { modelId, dimension } = await this.inner.model();
    const keys = texts.map((text) => `embedding:${modelId}:${dimension}:${sha256(text)}`);
    const known = await this.recall([...new Set(keys)], dimension);
    const missing = new Map(texts.map((text, index) => [keys[index] ?? '', text]));
    for (const key of known.keys()) missing.delete(key);
    const fresh = await this.fill(missing, signal);
    return keys.map((key) => {
      const vector = known.get(key);
      return vector === undefined ? { vector: fresh.get(key) ?? [], isCached: false } : { vector, isCached: true };
    });
  }

  private async recall(keys: readonly string[], dimension: number): Promise<ReadonlyMap<string, readonly number[]>> {
    const known = new Map<string, readonly number[]>();
    for (let from = 0; from < keys.length; from += SLICE) {
      const slice = keys.slice(from, from + SLICE);
      const values = await this.cache.mget<unknown>(slice);
      for (const [index, key] of slice.entries()) {
        const vector = unpacked(values[index], dimension);
        if (vector !== null) known.set(key, vector);
      }
    }
    return known;
  }

  private async fill(
    missing: ReadonlyMap<string, string>,
    signal: AbortSignal | undefined,
  ): Promise<ReadonlyMap<string, readonly number[]>> {
    if (missing.size === 0) return new Map();
    const vectors = await this.inner.embed([...missing.values()], signal);
    const made = [...missing.keys()].map((key, index) => [key, Float32Array.from(vectors[index] ?? [])] as const);
    for (let from = 0; from < made.length; from += SLICE) {
      const slice = made.slice(from, from + SLICE);
      await this.cache.mset(slice.map(([key, vector]) => ({ key, value: packed(vector), ttl: this.ttlMs })));
    }
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
