import { AppConfig, type ProviderName } from '@council/config';
import { ProbedEmbedder } from '../probed-embedder.js';
import { findEmbeddingEndpoint } from './embedding-endpoint.js';
import { endpointFailure } from './endpoint-failure.js';
import { requestVectors } from './request-vectors.js';

const TIMEOUT_MS = 30_000;

/** Embeddings of a server that speaks OpenAI's form. What is missing in the configuration shows when it is first used. */
export class EndpointEmbedder extends ProbedEmbedder {
  /** `timeoutMs` holds for one request. */
  constructor(
    private readonly config: AppConfig,
    private readonly provider: ProviderName,
    private readonly timeoutMs = TIMEOUT_MS,
  ) {
    super();
  }

  protected modelId(): string {
    return `${this.provider}/${this.endpoint().model}`;
  }

  protected async vectors(texts: readonly string[], signal?: AbortSignal): Promise<readonly (readonly number[])[]> {
    const endpoint = this.endpoint();
    const vectors: (readonly number[])[] = [];
    for (let from = 0; from < texts.length; from += endpoint.batch) {
      const deadline = AbortSignal.timeout(this.timeoutMs);
      const either = signal === undefined ? deadline : AbortSignal.any([deadline, signal]);
      try {
        vectors.push(...(await requestVectors(endpoint, texts.slice(from, from + endpoint.batch), either)));
      } catch (error) {
        signal?.throwIfAborted();
        throw endpointFailure(error, endpoint, deadline.aborted ? this.timeoutMs : null);
      }
    }
    return vectors;
  }

  private endpoint() {
    return findEmbeddingEndpoint(this.config, this.provider);
  }
}
