import { Problem, SessionStarted, SessionView } from '@council/contracts';
import { z } from 'zod';
import { COUNCIL_DEBATE } from './council-client.mjs';
import { eventually } from './eventually.js';
import { type Answer, send } from './raw-http.js';
import type { SpawnedServer } from './spawned-server.mjs';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** Calls the API. An answer of another status than the expected one fails the test with all that is known of it. */
export class ApiClient {
  /** The server is asked for before each request: one that was started anew has another port. */
  constructor(private readonly server: () => SpawnedServer) {}

  get port(): number {
    return Number(new URL(this.server().url).port);
  }

  call(method: Method, path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    const isJson = body !== undefined;
    const all = { ...(isJson ? { 'content-type': 'application/json' } : {}), ...headers };
    return send(this.port, method, `/api/v1${path}`, all, isJson ? JSON.stringify(body) : undefined);
  }

  async get<Schema extends z.ZodType>(schema: Schema, path: string): Promise<z.infer<Schema>> {
    return this.read(schema, 200, await this.call('GET', path));
  }

  async post<Schema extends z.ZodType>(schema: Schema, path: string, body: unknown): Promise<z.infer<Schema>> {
    return this.read(schema, 201, await this.call('POST', path, body));
  }

  async put<Schema extends z.ZodType>(schema: Schema, path: string, body: unknown): Promise<z.infer<Schema>> {
    return this.read(schema, 200, await this.call('PUT', path, body));
  }

  /** The answer's body when it has this status and this shape, and no field more. */
  read<Schema extends z.ZodType>(schema: Schema, status: number, answer: Answer): z.infer<Schema> {
    this.expectStatus(status, answer);
    const strict = schema instanceof z.ZodObject ? (schema.strict() as unknown as Schema) : schema;
    return strict.parse(JSON.parse(answer.text));
  }

  expectStatus(status: number, answer: Answer): void {
    if (answer.status === status) return;
    throw new Error(
      `answered ${answer.status}, not ${status}: ${answer.text.slice(0, 2_000)}\n--- server:\n${this.server().output}`,
    );
  }

  /** A refusal as every refusal has to be: one kind of document that says what it is, and gives nothing else away. */
  refusal(answer: Answer): Problem {
    if (answer.headers['content-type']?.startsWith('application/problem+json') !== true) {
      throw new Error(`not a problem document: ${answer.status} ${answer.text.slice(0, 500)}`);
    }
    const problem = Problem.strict().parse(JSON.parse(answer.text));
    const isWhole =
      problem.status === answer.status && problem.request_id === answer.headers['x-request-id'] && problem.error !== '';
    const leak = /\bat .+:\d+:\d+|SELECT |INSERT |node_modules|QueryFailed/.exec(answer.text);
    if (!isWhole || leak !== null) throw new Error(`a bad problem document: ${answer.text}`);
    return problem;
  }

  /** Starts a session and answers its id. */
  async execute(body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<string> {
    const answer = await this.call('POST', '/workflows/execute', body, headers);
    return this.read(SessionStarted, 202, answer).session_uuid;
  }

  /** The session once it is so. */
  session(uuid: string, isSo: (session: SessionView) => boolean): Promise<SessionView> {
    let last: SessionView | undefined;
    const tell = (): string => `session: ${JSON.stringify(last)}\n--- server:\n${this.server().output}`;
    return eventually(
      'a state of the session',
      async () => {
        last = await this.get(SessionView, `/sessions/${uuid}`);
        return isSo(last) ? last : undefined;
      },
      tell,
    );
  }

  ended(uuid: string): Promise<SessionView> {
    return this.session(uuid, ({ status }) => ['completed', 'failed', 'cancelled'].includes(status));
  }
}

/** The body that puts a document before the Council Debate. */
export function debateOn(document: string, more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    template_uuid: COUNCIL_DEBATE,
    input: { document_content: document, optimization_objective: 'Decide whether to go on.' },
    ...more,
  };
}
