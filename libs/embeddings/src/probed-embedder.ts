import { Embedder, type EmbeddingModel } from '@council/council-core';
import { AppError } from '@council/kernel';

/** Long enough to be a sentence for every model, and means nothing. */
const CANARY = 'The quick brown fox jumps over the lazy dog.';

/**
 * Trusts no model: a canary sentence shows how long its vectors are, and every later answer is held against that. A
 * server that answers in another encoding than it was asked for gives garbage of another length, without an error.
 */
export abstract class ProbedEmbedder extends Embedder {
  private probing: Promise<EmbeddingModel> | null = null;

  /** Concurrent callers share one probe; one that failed is made again by the next caller. */
  async model(): Promise<EmbeddingModel> {
    const probing = (this.probing ??= this.probe());
    try {
      return await probing;
    } catch (error) {
      if (this.probing === probing) this.probing = null;
      throw error;
    }
  }

  async embed(texts: readonly string[], signal?: AbortSignal): Promise<readonly (readonly number[])[]> {
    if (texts.length === 0) return [];
    const model = await this.model();
    const vectors = await this.vectors(texts, signal);
    assertVectors(vectors, texts.length, model.modelId, model.dimension);
    return vectors;
  }

  protected abstract modelId(): string;
  /** What the model says, unchecked. */
  protected abstract vectors(
    texts: readonly string[],
    signal: AbortSignal | undefined,
  ): Promise<readonly (readonly number[])[]>;

  private async probe(): Promise<EmbeddingModel> {
    const modelId = this.modelId();
    const vectors = await this.vectors([CANARY], undefined);
    const dimension = vectors[0]?.length ?? 0;
    assertVectors(vectors, 1, modelId, dimension);
    return { modelId, dimension };
  }
}

function assertVectors(
  vectors: readonly (readonly number[])[],
  count: number,
  modelId: string,
  dimension: number,
): void {
  if (vectors.length !== count) {
    throw malformed(modelId, `It was asked for ${count} vector(s) and gave ${vectors.length}.`);
  }
  for (const vector of vectors) {
    if (vector.length !== dimension) {
      throw malformed(modelId, `Its vectors have ${dimension} dimensions, and now one has ${vector.length}.`);
    }
    if (!vector.every((value) => Number.isFinite(value))) throw malformed(modelId, 'A vector holds no finite number.');
    if (!vector.some((value) => value !== 0)) throw malformed(modelId, 'A vector has the length 0.');
  }
}

export function malformed(modelId: string, detail: string): AppError {
  return new AppError('upstream', 'EMBEDDING.MALFORMED', `the embedding model ${modelId} answered badly`, { detail });
}
