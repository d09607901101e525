import type { NestFastifyApplication } from '@nestjs/platform-fastify';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface Answered {
  readonly status: number;
  /** What the JSON says; null where nothing was answered. */
  readonly body: unknown;
}

/** A call of the API within the process, without a socket; `path` is that below `/api/v1`. */
export async function callApp(
  app: NestFastifyApplication,
  method: Method,
  path: string,
  body?: object,
  more: Readonly<Record<string, string>> = {},
): Promise<Answered> {
  const json = body === undefined ? {} : { 'content-type': 'application/json' };
  const headers = { host: 'localhost', ...json, ...more };
  const payload = body === undefined ? undefined : JSON.stringify(body);
  const answer = await app.inject({ method, url: `/api/v1${path}`, headers, payload });
  return { status: answer.statusCode, body: answer.body === '' ? null : answer.json<unknown>() };
}
