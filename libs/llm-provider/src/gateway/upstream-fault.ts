import { AddressRefused } from '@council/egress';
import { EndlessAnswer, NoConnection, ProxyRefused } from './http-transport.js';
import { readRetryAfter } from './retry-after.js';
import { ModelFault } from './model-fault.js';
import { scrubSecrets } from '@council/kernel';

/** What is known of the attempt that failed. */
export interface AttemptContext {
  /** E.g. `OpenAI (gpt-4o)`. */
  readonly who: string;
  readonly baseUrl: string;
  readonly keyVariable: string | null;
  readonly secrets: readonly (string | undefined)[];
  /** Whether any part of an answer had arrived. */
  readonly hasBegun: boolean;
}

const MAX_QUOTED = 300;

/** What the client library throws, as far as it is read here. Its class names are not stable; its fields are. */
interface UpstreamError {
  readonly name?: unknown;
  readonly message?: unknown;
  readonly status?: unknown;
  readonly code?: unknown;
  readonly type?: unknown;
  readonly headers?: unknown;
  readonly error?: unknown;
  readonly cause?: unknown;
}

/** Names what went wrong, from whatever the client library threw. The message is scrubbed and fit for a user. */
export function upstreamFault(thrown: unknown, context: AttemptContext): ModelFault {
  if (thrown instanceof ModelFault) return thrown;
  const error = (typeof thrown === 'object' && thrown !== null ? thrown : { message: String(thrown) }) as UpstreamError;
  const said = quote(error, context.secrets);
  if (isTooLong(error)) {
    return new ModelFault('MODEL.TOO_LONG', `${context.who} cannot take a text this long${said}.`, false);
  }
  if (typeof error.status === 'number') return statusFault(error.status, error, said, context);
  if (thrown instanceof SyntaxError) {
    return new ModelFault('MODEL.MALFORMED', `${context.who} sent a stream that cannot be read.`, true);
  }
  // An error object inside a stream that began with 200.
  if (error.error !== undefined && error.error !== null) {
    return new ModelFault('MODEL.UPSTREAM', `${context.who} reported an error in mid-stream${said}.`, true);
  }
  const refusal = causes(error).find((cause) => cause instanceof AddressRefused);
  if (refusal !== undefined) {
    return new ModelFault('MODEL.ADDRESS_REFUSED', `${context.who} is not called: ${refusal.message}.`, false);
  }
  return connectionFault(error, context);
}

function statusFault(status: number, error: UpstreamError, said: string, context: AttemptContext): ModelFault {
  const { who, keyVariable } = context;
  if (status === 401 || status === 403) {
    const what = keyVariable === null ? '' : ` Check ${keyVariable} and what the key may do.`;
    return new ModelFault('MODEL.UNAUTHORIZED', `${who} refused the key (${status})${said}.${what}`, false);
  }
  if (status === 402 || hasNoCredit(error)) {
    return new ModelFault('MODEL.QUOTA', `${who} says that the account has no credit left (${status})${said}.`, false);
  }
  if (status === 404) {
    const message = `${who} was not found at ${scrubSecrets(context.baseUrl)} (404)${said}. Check the model's name.`;
    return new ModelFault('MODEL.NOT_FOUND', message, false);
  }
  const retryAfterMs = readRetryAfter(error.headers instanceof Headers ? error.headers : undefined, Date.now());
  if (status === 429) {
    return new ModelFault('MODEL.RATE_LIMITED', `${who} is rate limited (429)${said}.`, true, retryAfterMs);
  }
  if (status >= 500 || status === 408 || status === 409 || status === 425) {
    return new ModelFault('MODEL.UPSTREAM', `${who} failed with ${status}${said}.`, true, retryAfterMs);
  }
  return new ModelFault('MODEL.REJECTED', `${who} refused the request (${status})${said}.`, false);
}

function connectionFault(error: UpstreamError, context: AttemptContext): ModelFault {
  const endless = causes(error).find((cause) => cause instanceof EndlessAnswer);
  if (endless !== undefined) return new ModelFault('MODEL.MALFORMED', `${context.who} sent ${endless.message}.`, true);
  const reason = connectionReason(error);
  if (context.hasBegun) {
    return new ModelFault('MODEL.CUT_STREAM', `${context.who} broke the connection in the middle of its answer.`, true);
  }
  const where = scrubSecrets(context.baseUrl, context.secrets);
  const message = `${context.who} could not be reached at ${where}${reason === null ? '' : ` (${reason})`}.`;
  return new ModelFault('MODEL.UNREACHABLE', message, true);
}

function connectionReason(error: UpstreamError): string | null {
  for (const cause of causes(error)) {
    if (cause instanceof NoConnection || cause instanceof ProxyRefused) return cause.message;
    const { code } = cause as UpstreamError;
    if (typeof code === 'string' && /^[A-Z][A-Z_]+$/.test(code)) return code;
  }
  return null;
}

/** ECONNREFUSED and its like stand at the end of a chain. */
function causes(error: unknown): readonly object[] {
  const chain: object[] = [];
  for (let link = error; typeof link === 'object' && link !== null && chain.length < 6;) {
    chain.push(link);
    link = (link as UpstreamError).cause;
  }
  return chain;
}

/** The upstream's own words, shortened and scrubbed: `: "..."`, or nothing. */
function quote(error: UpstreamError, secrets: AttemptContext['secrets']): string {
  const body = error.error;
  const inner = typeof body === 'object' && body !== null ? (body as { message?: unknown }).message : body;
  if (typeof inner !== 'string' || inner.trim() === '') return '';
  const flat = scrubSecrets(inner, secrets).replaceAll(/\s+/g, ' ').trim().replace(/\.$/, '');
  return `: "${flat.length > MAX_QUOTED ? `${flat.slice(0, MAX_QUOTED)}...` : flat}"`;
}

/** OpenAI answers 429 both for "too fast" and for "no money"; only the first passes by waiting. */
function hasNoCredit(error: UpstreamError): boolean {
  return error.code === 'insufficient_quota' || error.type === 'insufficient_quota';
}

/** The client library makes an error of its own of these, without a status. */
function isTooLong(error: UpstreamError): boolean {
  return error.code === 'context_length_exceeded' || error.name === 'ContextOverflowError';
}
