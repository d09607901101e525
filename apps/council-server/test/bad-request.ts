/** A request that has to be refused. `raw`: the body as it is; else `body` goes as JSON. */
export interface BadRequest {
  readonly what: string;
  readonly request: `${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /${string}`;
  readonly body?: unknown;
  readonly raw?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly answer: `${number} ${string}`;
  /** The path of one of its issues. */
  readonly issue?: string;
}

/** The id of nothing. */
export const NOBODY = '00000000-0000-4000-8000-000000000000';
