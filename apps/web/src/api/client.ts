import createClient from 'openapi-fetch';
import { heardServer, lostServer } from './reachability';
import { problemOf, unreachable } from './request-problem';
import type { components, paths } from './schema';
import { askToSignIn, csrfToken } from './sign-in-gate';

export type Schemas = components['schemas'];

/** One request, made again after somebody has signed in where the server wants it. Fails with a `RequestProblem` alone. */
async function send(request: Request): Promise<Response> {
  for (;;) {
    const token = csrfToken();
    if (token !== null) request.headers.set('x-csrf-token', token);
    const response = await fetch(request.clone()).catch((cause: unknown) => {
      if (request.signal.aborted) throw cause;
      lostServer();
      throw unreachable(cause);
    });
    heardServer();
    if (response.ok) return response;
    const problem = await problemOf(response);
    // What was typed is wrong, not who asks: whoever changes their password has signed in.
    if (problem.status !== 401 || problem.code === 'AUTH.CREDENTIALS_WRONG') throw problem;
    await askToSignIn();
  }
}

/** The server's API, typed from its OpenAPI description: `call(api.GET('/api/v1/sessions', {...}))`. */
export const api = createClient<paths>({ baseUrl: '/', fetch: send });

/** What an answer holds. Failures were thrown by then, as a `RequestProblem`. */
export async function call<Data>(answer: Promise<{ data?: Data; error?: unknown; response: Response }>): Promise<Data> {
  return (await answer).data as Data;
}

/** For `Idempotency-Key`. `crypto.randomUUID` is there on secure origins only, and a private network has plain http. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
