import { AppError } from '@council/kernel';
import { malformed } from '../probed-embedder.js';
import type { EmbeddingEndpoint } from './embedding-endpoint.js';

/** Names what went wrong. The server's own words are left out: it may repeat the key or the text. */
export function endpointFailure(thrown: unknown, endpoint: EmbeddingEndpoint, timeoutMs: number | null): AppError {
  if (thrown instanceof AppError) return thrown;
  const modelId = `${endpoint.provider}/${endpoint.model}`;
  if (timeoutMs !== null) {
    const message = `the embedding model ${modelId} took longer than ${timeoutMs} ms`;
    return new AppError('upstream-timeout', 'EMBEDDING.TIMEOUT', message);
  }
  const { status, message } = (thrown ?? {}) as { readonly status?: unknown; readonly message?: unknown };
  if (typeof status === 'number') {
    return new AppError('upstream', 'EMBEDDING.UPSTREAM', `the embedding model ${modelId} answered ${status}`, {
      detail: adviceFor(status),
    });
  }
  // The parser's error may come wrapped: its name is lost then, its words are not.
  if (typeof message === 'string' && message.includes('JSON')) return malformed(modelId, 'It sent no JSON.');
  return new AppError('upstream', 'EMBEDDING.UPSTREAM', `the embedding model ${modelId} could not be reached`, {
    detail: connectionReason(thrown),
  });
}

function adviceFor(status: number): string {
  if (status === 401 || status === 403)
    return 'The key was refused: check EMBEDDING_API_KEY, or the key of its provider.';
  if (status === 404) return 'Check EMBEDDING_MODEL and EMBEDDING_BASE_URL.';
  if (status === 429) return 'Too many requests, or no credit left.';
  return status >= 500 ? 'The server failed; try again later.' : 'The server refused the request.';
}

/** ECONNREFUSED and its like stand at the end of a chain of causes. */
function connectionReason(thrown: unknown): string | undefined {
  let link = thrown as { readonly code?: unknown; readonly cause?: unknown } | null | undefined;
  for (let depth = 0; depth < 6 && typeof link === 'object' && link !== null; depth += 1) {
    if (typeof link.code === 'string' && /^[A-Z][A-Z_]+$/.test(link.code)) return link.code;
    link = link.cause as typeof link;
  }
  return undefined;
}
