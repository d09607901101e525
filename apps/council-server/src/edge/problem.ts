import { AppError, type ErrorKind, type Issue } from '@council/kernel';
import { HttpException } from '@nestjs/common';

/** What a problem document says, before the request's id is put on it. */
export interface ProblemBody {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly detail?: string;
  readonly issues?: readonly Issue[];
  readonly retryAfterSeconds?: number;
  readonly more?: Readonly<Record<string, unknown>>;
}

const STATUS_OF: Readonly<Record<ErrorKind, number>> = {
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  'unsupported-media': 415,
  invalid: 422,
  'rate-limited': 429,
  internal: 500,
  upstream: 502,
  unavailable: 503,
  'upstream-timeout': 504,
};

/** What the frameworks below refuse by themselves, in our words: theirs name their own parts. */
const REFUSED: Readonly<Record<number, readonly [code: string, message: string]>> = {
  400: ['REQUEST.MALFORMED', 'the request cannot be read'],
  401: ['AUTH.REQUIRED', 'a token is needed'],
  403: ['REQUEST.FORBIDDEN', 'this is not allowed'],
  404: ['ROUTE.NOT_FOUND', 'there is nothing at this address'],
  405: ['ROUTE.METHOD', 'this address does not take this method'],
  408: ['REQUEST.TIMEOUT', 'the request took too long to arrive'],
  413: ['REQUEST.TOO_LARGE', 'the request is larger than 5 MB'],
  414: ['REQUEST.URL_TOO_LONG', 'the address is too long'],
  415: ['REQUEST.MEDIA_TYPE', 'send application/json'],
  429: ['REQUEST.RATE', 'too many requests'],
  431: ['REQUEST.HEADERS_TOO_LARGE', 'the headers are too large'],
  503: ['SERVER.UNAVAILABLE', 'the server is not ready'],
};

const FASTIFY: Readonly<Record<string, readonly [code: string, message: string]>> = {
  FST_ERR_CTP_EMPTY_JSON_BODY: ['REQUEST.BODY_EMPTY', 'a JSON body is needed and none came'],
  FST_ERR_CTP_INVALID_JSON_BODY: ['REQUEST.MALFORMED_JSON', 'the body is not JSON'],
  FST_ERR_BAD_URL: ['REQUEST.BAD_URL', 'the address cannot be decoded'],
};

const INTERNAL: ProblemBody = {
  status: 500,
  code: 'INTERNAL',
  message: 'something went wrong in the server',
  detail: 'It was logged under this request id.',
};

/** The one place where a failure becomes a status. What it does not know says nothing about itself. */
export function toProblem(error: unknown): ProblemBody {
  if (error instanceof AppError) return fromAppError(error);
  if (isCutOff(error)) return problemOfStatus(400);
  return fromDatabase(error) ?? fromFramework(error) ?? INTERNAL;
}

/** The caller has gone in the middle of its body. By the code alone it would look like a database that has gone. */
const isCutOff = (error: unknown): boolean =>
  error instanceof Error && error.message === 'aborted' && partsOf(error).code === 'ECONNRESET';

function fromAppError(error: AppError): ProblemBody {
  const { code, message, detail, issues, retryAfterSeconds, more } = error;
  return { status: STATUS_OF[error.kind], code, message, detail, issues, retryAfterSeconds, more };
}

function fromFramework(error: unknown): ProblemBody | null {
  // Nest wraps what Fastify throws: the code is the cause's.
  const { code } = partsOf(error instanceof HttpException ? error.cause : error);
  const status = error instanceof HttpException ? error.getStatus() : partsOf(error).statusCode;
  if (error instanceof SyntaxError && status === 400) return refused(400, FASTIFY['FST_ERR_CTP_INVALID_JSON_BODY']);
  if (status === undefined) return null;
  return refused(status, FASTIFY[code ?? ''] ?? REFUSED[status]);
}

function refused(status: number, words: readonly [string, string] | undefined): ProblemBody | null {
  if (words !== undefined) return { status, code: words[0], message: words[1] };
  return status >= 400 && status < 500 ? { status, code: 'REQUEST.REFUSED', message: 'the request was refused' } : null;
}

/** For what is refused below the frameworks, where nothing was thrown. */
export const problemOfStatus = (status: number): ProblemBody => refused(status, REFUSED[status]) ?? INTERNAL;

/**
 * SQLSTATEs that say something about the request or about now; all others are faults of ours. By name rather than by
 * class, and never with the driver's text: it quotes rows and statements.
 */
function fromDatabase(error: unknown): ProblemBody | null {
  const { name, code, driverError } = partsOf(error);
  if (hasNoConnection(error)) return unavailable('DATABASE.UNAVAILABLE', 'the database cannot be reached');
  const state = name === 'QueryFailedError' ? partsOf(driverError).code : code;
  if (state === undefined) return null;
  if (state === '23505') return { status: 409, code: 'DATABASE.CONFLICT', message: 'this exists already' };
  if (state === '23503')
    return { status: 409, code: 'DATABASE.REFERENCE', message: 'something that this names is gone' };
  if (state === '57014') return unavailable('DATABASE.TIMEOUT', 'the database took too long');
  if (/^(08...|57P0[1-3]|53...|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT)$/.test(state)) {
    return unavailable('DATABASE.UNAVAILABLE', 'the database cannot be reached');
  }
  return null;
}

/** All connections were taken for longer than one waits for them, or a new one was not made in time: without a code. */
const NO_CONNECTION = ['timeout exceeded when trying to connect', 'Connection terminated due to connection timeout'];
const hasNoConnection = (error: unknown): boolean => error instanceof Error && NO_CONNECTION.includes(error.message);

function unavailable(code: string, message: string): ProblemBody {
  return { status: 503, code, message, retryAfterSeconds: 2 };
}

interface Parts {
  readonly name?: string;
  readonly code?: string;
  readonly statusCode?: number;
  readonly driverError?: unknown;
}

function partsOf(error: unknown): Parts {
  if (typeof error !== 'object' || error === null) return {};
  const { name, code, statusCode, driverError } = error as Record<string, unknown>;
  return {
    name: typeof name === 'string' ? name : undefined,
    code: typeof code === 'string' ? code : undefined,
    statusCode: typeof statusCode === 'number' ? statusCode : undefined,
    driverError,
  };
}
