import { httpFetch } from '../gateway/http-transport.js';
import type { UpstreamAgents } from '../gateway/upstream-agents.js';
import { type AttemptContext, upstreamFault } from '../gateway/upstream-fault.js';
import { ModelFault } from '../gateway/model-fault.js';
import type { Endpoint } from './endpoints.js';

/** A provider's list of models is some hundred kilobytes at most. */
const MAX_BYTES = 5_000_000;
/** Whoever tries a provider out sits in front of a screen. */
const PATIENCE_MS = 20_000;

/** One plain request to a provider, outside of any session: no retries, and no redirect is followed. */
export class UpstreamRequest {
  private readonly startedAt = performance.now();
  private readonly signal: AbortSignal;
  private readonly timeoutMs: number;
  private firstByteAt: number | null = null;

  constructor(
    private readonly agents: UpstreamAgents,
    private readonly endpoint: Endpoint,
    private readonly context: Omit<AttemptContext, 'hasBegun'>,
  ) {
    const { firstTokenTimeoutMs, totalTimeoutMs } = endpoint.timeouts;
    this.timeoutMs = Math.min(firstTokenTimeoutMs, totalTimeoutMs, PATIENCE_MS);
    this.signal = AbortSignal.timeout(this.timeoutMs);
  }

  /** From sending the request to the first byte of the answer's body; null: none came. */
  get firstByteMs(): number | null {
    return this.firstByteAt === null ? null : Math.round(this.firstByteAt - this.startedAt);
  }

  /** Reads the answer until `isEnough`, or whole. Throws a `ModelFault` with words for whoever asked. */
  async read(path: string, body?: object, isEnough: (text: string) => boolean = () => false): Promise<string> {
    try {
      const { agents, endpoint } = this;
      const { connectTimeoutMs } = endpoint.timeouts;
      const send = httpFetch({ agents, way: endpoint, connectTimeoutMs, onSent: () => undefined });
      const response = await send(`${endpoint.baseUrl}${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          ...authorization(endpoint),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: this.signal,
      });
      const text = await this.readBody(response, response.ok ? isEnough : () => false);
      if (!response.ok) throw refusalOf(response, text);
      return text;
    } catch (error) {
      throw this.faultOf(error);
    }
  }

  /** Words and code for whatever was thrown, or found in an answer. */
  faultOf(error: unknown): ModelFault {
    if (this.signal.aborted && !(error instanceof ModelFault)) {
      return new ModelFault('MODEL.TIMEOUT', `${this.context.who} did not answer within ${this.timeoutMs} ms.`, false);
    }
    return upstreamFault(error, { ...this.context, hasBegun: false });
  }

  private async readBody(response: Response, isEnough: (text: string) => boolean): Promise<string> {
    const decoder = new TextDecoder();
    let text = '';
    // Leaving the loop cancels the body, which closes the socket.
    for await (const chunk of response.body ?? []) {
      this.firstByteAt ??= performance.now();
      text += decoder.decode(chunk as Uint8Array, { stream: true });
      if (isEnough(text) || text.length > MAX_BYTES) break;
    }
    return text;
  }
}

/** Anthropic's list of models takes its own header alone; its compatible endpoint takes both. */
function authorization({ apiKey, dialect }: Endpoint): Record<string, string> {
  const bearer = { authorization: `Bearer ${apiKey}` };
  return dialect === 'anthropic' ? { ...bearer, 'x-api-key': apiKey, 'anthropic-version': '2023-06-01' } : bearer;
}

/** In the form that the client library gives to its errors, so that both are named in the same place. */
function refusalOf({ status, headers }: Response, text: string): Error {
  const error = errorIn(text);
  const { code, type } = (typeof error === 'object' && error !== null ? error : {}) as Record<string, unknown>;
  return Object.assign(new Error(`answered ${status}`), { status, headers, error, code, type });
}

/** `{"error": {...}}`, as a whole body or as the first event of a stream. */
export function errorIn(text: string): unknown {
  try {
    const json: unknown = JSON.parse(text.trim().replace(/^data:\s*/, ''));
    return typeof json === 'object' && json !== null ? (json as { error?: unknown }).error : undefined;
  } catch {
    return undefined;
  }
}
