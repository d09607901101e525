import type { Decision } from '@council/access';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

export interface Route {
  readonly method: string;
  /** As Fastify writes it: `/api/v1/agents/:id`. */
  readonly path: string;
}

export type DecidedRoute = Route & Decision;

/** What the application itself serves beside its controllers: the page, and the description of the API. */
const BESIDE: readonly DecidedRoute[] = [
  { method: 'GET', path: '/*', need: 'public' },
  { method: 'GET', path: '/', need: 'public' },
  { method: 'GET', path: '/api/v1/openapi.json', need: 'viewer' },
];

/** Every route that the running application answers, drawn by its router. Files of the page are left out. */
export function routesOf(app: NestFastifyApplication): readonly Route[] {
  const picture = app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false });
  const parents: string[] = [];
  return picture.split('\n').flatMap((line) => {
    const [, indent = '', rest] = /^([│ ]*)[├└]── (.*)$/.exec(line) ?? [];
    if (rest === undefined) return [];
    const [, segment = '', methods = ''] = /^(.*?)(?: \(([A-Z, ]+)\))?$/.exec(rest) ?? [];
    const depth = indent.length / 4;
    parents.length = depth;
    parents.push(segment);
    const path = parents.join('');
    const asked = methods.split(', ').filter((method) => method !== '' && method !== 'HEAD');
    return isFile(path) ? [] : asked.map((method) => ({ method, path }));
  });
}

/** What every route asks, as the description of the API says it. */
export async function decisionsOf(app: NestFastifyApplication, headers: object): Promise<readonly DecidedRoute[]> {
  const answer = await app.inject({ url: '/api/v1/openapi.json', headers: { ...headers } });
  const { paths } = answer.json<{ paths: Record<string, Record<string, { 'x-access'?: Decision }>> }>();
  const described = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, { 'x-access': decision }]) => {
      const route = { method: method.toUpperCase(), path: path.replaceAll(/\{(\w+)\}/g, ':$1') };
      return decision === undefined ? [] : [{ ...route, ...decision }];
    }),
  );
  return [...described, ...BESIDE];
}

const isFile = (path: string): boolean => !path.startsWith('/api') && /\.\w+$/.test(path);
