import { Value } from '@/state/value';
import { problemOf, type RequestProblem, unreachable } from './request-problem';

/** Whether the form that asks for the token is open. */
export const isTokenWanted = new Value(false);

let waiting: PromiseWithResolvers<null> | null = null;

/** Resolves when the server has taken a token. Requests that wait at the same time wait for the same form. */
export async function askForToken(): Promise<void> {
  waiting ??= Promise.withResolvers();
  isTokenWanted.set(true);
  await waiting.promise;
}

/** Null when the server took the token (a cookie stands for it from now on), else what it says against it. */
export async function showToken(token: string): Promise<RequestProblem | null> {
  const response = await fetch('/api/v1/auth/token', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  }).catch(unreachable);
  if (!(response instanceof Response)) return response;
  if (!response.ok) return problemOf(response);
  isTokenWanted.set(false);
  waiting?.resolve(null);
  waiting = null;
  return null;
}
