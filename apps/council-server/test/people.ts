import type { Role } from '@council/contracts';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD';
type Headers = Readonly<Record<string, string>>;

/** For a suite that asks more often than people do. */
export const NO_RATES = Object.fromEntries(
  ['READS', 'WRITES', 'EXECUTE', 'GENERATE', 'SOCKETS', 'SIGN_IN'].map((name) => [`RATE_${name}`, 'off']),
);
export const HOST = 'council.lan';
export const PASSWORD = 'till-rota-november';
const ORIGIN = { origin: `http://${HOST}` };

export interface Answer {
  readonly status: number;
  readonly code: string | undefined;
  readonly body: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** Speaks to an application without a socket, as somebody. */
export class Person {
  private constructor(
    private readonly app: NestFastifyApplication,
    readonly credentials: Headers,
    private readonly address: string,
  ) {}

  static stranger(app: NestFastifyApplication, address = '192.0.2.1'): Person {
    return new Person(app, {}, address);
  }

  static withToken(app: NestFastifyApplication, token: string): Person {
    return new Person(app, { authorization: `Bearer ${token}` }, '192.0.2.2');
  }

  /** A browser that shows both cookies, as its page would. */
  static withCookies(app: NestFastifyApplication, setCookie: readonly string[]): Person {
    const [session = '', csrf = ''] = setCookie.map((cookie) => cookie.split(';')[0] ?? '');
    const token = csrf.slice(csrf.indexOf('=') + 1);
    return new Person(app, { cookie: `${session}; ${csrf}`, 'x-csrf-token': token, ...ORIGIN }, '192.0.2.3');
  }

  static async signedIn(app: NestFastifyApplication, name: string, password = PASSWORD): Promise<Person> {
    const answer = await Person.stranger(app, '192.0.2.4').call('POST', '/auth/sign-in', { name, password });
    if (answer.status !== 204) throw new Error(`${name} cannot sign in: ${JSON.stringify(answer.body)}`);
    return Person.withCookies(app, answer.headers['set-cookie'] as string[]);
  }

  /** With other headers; an empty one is not sent. */
  but(headers: Headers): Person {
    const all = Object.entries({ ...this.credentials, ...headers }).filter(([, value]) => value !== '');
    return new Person(this.app, Object.fromEntries(all), this.address);
  }

  async call(method: Method, path: string, body?: object): Promise<Answer> {
    const answer = await this.app.inject({
      method,
      url: path.startsWith('/api') || path.startsWith('/health') ? path : `/api/v1${path}`,
      remoteAddress: this.address,
      headers: {
        host: HOST,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...this.credentials,
      },
      payload: body === undefined ? undefined : JSON.stringify(body),
    });
    const isJson = /[/+]json/.test(String(answer.headers['content-type'] ?? '')) && answer.body !== '';
    const read = isJson ? (JSON.parse(answer.body) as Record<string, unknown>) : {};
    return {
      status: answer.statusCode,
      code: read['code'] as string | undefined,
      body: read,
      text: answer.body,
      headers: answer.headers,
    };
  }

  async add(name: string, role: Role): Promise<Person> {
    const answer = await this.call('POST', '/users', { name, role, password: PASSWORD });
    if (answer.status !== 201) throw new Error(`${name} was not added: ${JSON.stringify(answer.body)}`);
    return Person.signedIn(this.app, name);
  }
}
