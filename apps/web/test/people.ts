import type { Page } from '@playwright/test';
import { withCouncil } from './own-council';

export const PASSWORD = 'till-rota-november';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Somebody who has signed in, and speaks to the server without a page. */
export class SignedIn {
  private constructor(
    private readonly url: string,
    private readonly headers: Readonly<Record<string, string>>,
  ) {}

  static async at(url: string, name: string): Promise<SignedIn> {
    const answer = await fetch(`${url}/api/v1/auth/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
      body: JSON.stringify({ name, password: PASSWORD }),
    });
    if (!answer.ok) throw new Error(`${name} cannot sign in: ${await answer.text()}`);
    const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
    const csrf = cookies.find((cookie) => cookie.includes('csrf')) ?? '';
    return new SignedIn(url, {
      cookie: cookies.join('; '),
      origin: url,
      'content-type': 'application/json',
      'x-csrf-token': csrf.slice(csrf.indexOf('=') + 1),
    });
  }

  async status(method: Method, path: string, body?: object): Promise<number> {
    return (await this.send(method, path, body)).status;
  }

  async call<Body>(method: Method, path: string, body?: object): Promise<Body> {
    const answer = await this.send(method, path, body);
    if (!answer.ok) throw new Error(`${method} ${path}: ${await answer.text()}`);
    return (answer.status === 204 ? undefined : await answer.json()) as Body;
  }

  private send(method: Method, path: string, body?: object): Promise<Response> {
    return fetch(`${this.url}${path}`, {
      method,
      headers: this.headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }
}

interface Peopled {
  readonly url: string;
  /** Signs in. */
  readonly as: (name: string) => Promise<SignedIn>;
}

/** A server with an admin and these; all have the same password. */
export async function withPeople<Result>(
  people: readonly { readonly name: string; readonly role: 'viewer' | 'member' | 'admin' }[],
  use: (peopled: Peopled) => Promise<Result>,
): Promise<Result> {
  return withCouncil({ COUNCIL_ADMIN_PASSWORD: PASSWORD, RATE_SIGN_IN: 'off', RATE_WRITES: 'off' }, async ({ url }) => {
    const as = (name: string): Promise<SignedIn> => SignedIn.at(url, name);
    const admin = await as('admin');
    for (const person of people) await admin.call('POST', '/api/v1/users', { ...person, password: PASSWORD });
    return use({ url, as });
  });
}

export async function signIn(page: Page, name: string, password = PASSWORD): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Sign in' });
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByLabel('Password').fill(password);
  await dialog.getByRole('button', { name: 'Sign in' }).click();
}
