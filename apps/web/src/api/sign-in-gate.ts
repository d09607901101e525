import { Value } from '@/state/value';
import { problemOf, type RequestProblem, unreachable } from './request-problem';

/** Whether the form that asks who one is stands open. */
export const isSignInWanted = new Value(false);

let waiting: PromiseWithResolvers<null> | null = null;

/** Resolves when the server knows who asks. Requests that wait at the same time wait for the same form. */
export async function askToSignIn(): Promise<void> {
  waiting ??= Promise.withResolvers();
  isSignInWanted.set(true);
  await waiting.promise;
}

/** What the server takes of a stranger. */
export type Credentials =
  | { readonly way: 'token'; readonly token: string }
  | { readonly way: 'sign-in'; readonly name: string; readonly password: string }
  | { readonly way: 'first-admin'; readonly token: string; readonly name: string; readonly password: string };

/** Null when the server took them (a cookie stands for them from now on), else what it says against them. */
export async function showCredentials({ way, ...body }: Credentials): Promise<RequestProblem | null> {
  const response = await fetch(`/api/v1/auth/${way}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(unreachable);
  if (!(response instanceof Response)) return response;
  if (!response.ok) return problemOf(response);
  isSignInWanted.set(false);
  waiting?.resolve(null);
  waiting = null;
  return null;
}

/** What every write repeats, to show that this page meant it; null where nobody has signed in. */
export function csrfToken(): string | null {
  return /(?:^|; )(?:__Host-)?council_csrf=([^;]+)/.exec(document.cookie)?.[1] ?? null;
}
