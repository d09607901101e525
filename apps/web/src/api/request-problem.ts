import type { Problem } from '@council/contracts';

export type ProblemIssue = NonNullable<Problem['issues']>[number];

interface ProblemFields {
  /** 0: there was no answer at all. */
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly detail?: string;
  readonly issues?: readonly ProblemIssue[];
  readonly requestId?: string;
  readonly retryAfterSeconds?: number;
}

/**
 * Why a request failed, in the server's words: the one error that leaves `call()`. `code` is stable (docs/errors.md) and
 * has words of its own in both languages; `message` and `detail` are English.
 */
export class RequestProblem extends Error {
  override readonly name = 'RequestProblem';
  readonly status: number;
  readonly code: string;
  readonly detail: string | null;
  readonly issues: readonly ProblemIssue[];
  readonly requestId: string | null;
  readonly retryAfterSeconds: number | null;

  constructor(fields: ProblemFields, options?: ErrorOptions) {
    super(fields.message, options);
    this.status = fields.status;
    this.code = fields.code;
    this.detail = fields.detail ?? null;
    this.issues = fields.issues ?? [];
    this.requestId = fields.requestId ?? null;
    this.retryAfterSeconds = fields.retryAfterSeconds ?? null;
  }

  /** There is no such thing, or none that whoever asks may see. */
  get isMissing(): boolean {
    return this.status === 404;
  }

  /** Asked for in vain, and asking again would not help: what was asked is at fault. */
  get isRefusal(): boolean {
    return this.status >= 400 && this.status < 500 && this.status !== 429;
  }
}

const UNREACHABLE = 'NETWORK.UNREACHABLE';

export function unreachable(cause: unknown): RequestProblem {
  return new RequestProblem({ status: 0, code: UNREACHABLE, message: 'the server cannot be reached' }, { cause });
}

/** Whatever stands between may answer in a form of its own. */
export async function problemOf(response: Response): Promise<RequestProblem> {
  const { status } = response;
  const body = (await response.json().catch(() => null)) as Partial<Problem> | null;
  const requestId = body?.request_id ?? response.headers.get('x-request-id') ?? undefined;
  const retryAfter = Number(response.headers.get('retry-after')) || undefined;
  return new RequestProblem({
    status,
    code: body?.code ?? `HTTP.${status}`,
    message: body?.error ?? (response.statusText || `the server answered ${status}`),
    ...(body?.detail === undefined ? {} : { detail: body.detail }),
    ...(body?.issues === undefined ? {} : { issues: body.issues }),
    ...(requestId === undefined ? {} : { requestId }),
    ...(retryAfter === undefined ? {} : { retryAfterSeconds: retryAfter }),
  });
}
