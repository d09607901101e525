import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ModulesContainer } from '@nestjs/core';

export interface QueryParameter {
  /** As OpenAPI writes it: `/api/v1/agents/{id}`. */
  readonly path: string;
  readonly method: string;
  readonly name: string;
}

type Metadata = (key: string, target: object, property?: string) => unknown;
const metadata = (Reflect as unknown as { readonly getMetadata: Metadata }).getMetadata;
/** Nest's numbers: of a parameter that is taken from the query, and of the methods. */
const QUERY = '4:';
const METHODS = ['get', 'post', 'put', 'delete', 'patch'];

interface Taken {
  readonly data?: string;
  readonly schema?: { readonly shape?: object };
}

/** What the routes of the running application take from the query, whether its description says so or not. */
export function takenFromQueries(app: NestFastifyApplication): readonly QueryParameter[] {
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [...module.controllers.values()]);
  return controllers.flatMap(({ metatype }) => (typeof metatype === 'function' ? ofController(metatype) : []));
}

function ofController(controller: object & { readonly prototype?: object }): readonly QueryParameter[] {
  const prototype = controller.prototype ?? {};
  return Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const handler = (prototype as Readonly<Record<string, object>>)[name];
    const taken = (metadata('__routeArguments__', controller, name) ?? {}) as Readonly<Record<string, Taken>>;
    if (name === 'constructor' || handler === undefined) return [];
    const path = pathOf(metadata('path', controller), metadata('path', handler));
    const method = METHODS[Number(metadata('method', handler) ?? 0)] ?? '';
    return Object.entries(taken)
      .filter(([key]) => key.startsWith(QUERY))
      .flatMap(([, { data, schema }]) => (data === undefined ? Object.keys(schema?.shape ?? {}) : [data]))
      .map((parameter) => ({ path, method, name: parameter }));
  });
}

const pathOf = (...parts: readonly unknown[]): string =>
  `/${parts
    .map((part) => (typeof part === 'string' ? part : '').replaceAll(/^\/|\/$/g, ''))
    .filter((part) => part !== '')
    .join('/')}`.replaceAll(/:(\w+)/g, '{$1}');

interface Described {
  readonly paths: Readonly<
    Record<
      string,
      Readonly<Record<string, { readonly parameters?: readonly { readonly in: string; readonly name: string }[] }>>
    >
  >;
}

export function describedQueries({ paths }: Described): readonly QueryParameter[] {
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, { parameters = [] }]) =>
      parameters.filter((one) => one.in === 'query').map(({ name }) => ({ path, method, name })),
    ),
  );
}
