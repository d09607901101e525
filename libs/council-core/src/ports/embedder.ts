/** An embedding model: its name, and how long its vectors are. */
export interface EmbeddingModel {
  readonly modelId: string;
  readonly dimension: number;
}

export interface EmbeddedText {
  readonly vector: readonly number[];
  /** It was at hand: no model was asked. */
  readonly isCached: boolean;
}

/** Turns texts into vectors. Every vector is finite and of the model's dimension, or the call fails. */
export abstract class Embedder {
  /** Probes the model once (a canary sentence) and remembers its dimension. */
  abstract model(): Promise<EmbeddingModel>;
  /** One vector a text, in their order. */
  abstract embed(texts: readonly string[], signal?: AbortSignal): Promise<readonly (readonly number[])[]>;

  /** The same for who wants to know of each text whether a model was asked. */
  async embedOrRecall(texts: readonly string[], signal?: AbortSignal): Promise<readonly EmbeddedText[]> {
    return (await this.embed(texts, signal)).map((vector) => ({ vector, isCached: false }));
  }
}
