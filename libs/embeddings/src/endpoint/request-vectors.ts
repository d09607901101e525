import { malformed } from '../probed-embedder.js';
import type { EmbeddingEndpoint } from './embedding-endpoint.js';

let loaded: ReturnType<typeof importClient> | undefined;

/** Half a second and 20 MB: only a process that asks for embeddings over the network pays for it. */
async function importClient() {
  const { OpenAIEmbeddings } = await import('@langchain/openai');
  return class extends OpenAIEmbeddings {
    /** The whole answer: the library's own method trusts the order and the number of the vectors. */
    async ask(input: string[]): Promise<{ readonly index: number; readonly embedding: unknown }[]> {
      // Without the format the library asks for base64, and reads plain numbers as if they were that.
      const answer: unknown = await this.embeddingWithRetry({ model: this.model, input, encoding_format: 'float' });
      const items = (answer as { data?: unknown } | null)?.data;
      return Array.isArray(items) ? (items as { index: number; embedding: unknown }[]) : [];
    }
  };
}

/** One request, one attempt. The signal ends it at any point: the library's own time limit stops at the headers. */
export async function requestVectors(
  endpoint: EmbeddingEndpoint,
  texts: readonly string[],
  signal: AbortSignal,
): Promise<readonly (readonly number[])[]> {
  const Client = await (loaded ??= importClient());
  const client = new Client({
    model: endpoint.model,
    apiKey: endpoint.apiKey,
    maxRetries: 0,
    encodingFormat: 'float',
    configuration: {
      baseURL: endpoint.baseUrl,
      fetch: (input, init) => fetch(input, { ...init, signal }),
      // The library would take these from the environment, and print what it cannot parse.
      organization: null,
      project: null,
      logLevel: 'off',
    },
  });
  const items = await client.ask([...texts]);
  return items.toSorted((left, right) => left.index - right.index).map(({ embedding }) => numbers(embedding, endpoint));
}

function numbers(embedding: unknown, { provider, model }: EmbeddingEndpoint): readonly number[] {
  if (Array.isArray(embedding)) return embedding as number[];
  const what = typeof embedding === 'string' ? 'base64 although plain numbers were asked for' : 'no list of numbers';
  throw malformed(`${provider}/${model}`, `It sent ${what}.`);
}
