/** What a caller may do about a failure. The HTTP edge maps kinds to statuses; nothing else does. */
export type ErrorKind =
  | 'invalid' // 422: well-formed, breaks a schema or a rule
  | 'malformed' // 400: cannot be read at all (bad uuid, bad query)
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'too-large'
  | 'unsupported-media'
  | 'rate-limited'
  | 'unavailable'
  | 'upstream' // 502: somebody else's server answered badly
  | 'upstream-timeout' // 504
  | 'internal';

/** One thing that is wrong with an input. `path` is a JSON path in dots; `node_id` names the graph's node, if any. */
export interface Issue {
  readonly path: string;
  readonly code: string;
  readonly message: string;
  readonly node_id?: string;
}

export interface AppErrorOptions extends ErrorOptions {
  readonly detail?: string;
  readonly issues?: readonly Issue[];
  /** Seconds after which trying again makes sense; becomes `Retry-After`. */
  readonly retryAfterSeconds?: number;
  /** Members that the problem document carries beside its own, such as the decision that stands. */
  readonly more?: Readonly<Record<string, unknown>>;
}

/** A failure that has a name. `code` is stable (`AREA.WHAT`) and has a line in docs/errors.md. */
export class AppError extends Error {
  readonly detail?: string;
  readonly issues?: readonly Issue[];
  readonly retryAfterSeconds?: number;
  readonly more?: Readonly<Record<string, unknown>>;

  constructor(
    readonly kind: ErrorKind,
    readonly code: string,
    message: string,
    options: AppErrorOptions = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'AppError';
    this.detail = options.detail;
    this.issues = options.issues;
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.more = options.more;
  }
}
