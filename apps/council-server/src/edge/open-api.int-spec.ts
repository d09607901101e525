import { openTestDatabase, type TestDatabase } from '@council/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from '../app.module.js';
import { createApp } from '../create-app.js';

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly items?: Schema;
  readonly example?: unknown;
}
interface Content {
  readonly content?: Readonly<Record<string, { readonly schema?: Schema; readonly example?: unknown } | undefined>>;
}
interface Operation {
  readonly tags?: readonly string[];
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content>>;
}
interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

let database: TestDatabase;
let app: NestFastifyApplication;
let description: Description;

beforeAll(async () => {
  database = await openTestDatabase();
  app = await createApp(await AppModule.forRoot(database.config), false);
  await app.init();
  const answer = await app.inject({ url: '/api/v1/openapi.json', headers: { host: 'localhost' } });
  description = answer.json<Description>();
});

afterAll(async () => {
  await app.close();
  await database.close();
});

/** What a reader is shown of a message, wherever it is written: beside it, in its schema, or in the schema it points to. */
function hasExample({ content }: Content): boolean {
  const message = content?.['application/json'];
  if (message === undefined) return true;
  if (message.example !== undefined) return true;
  const shown = (schema: Schema | undefined): boolean => {
    if (schema === undefined) return false;
    if (schema.example !== undefined) return true;
    if (schema.type === 'array') return shown(schema.items);
    return schema.$ref !== undefined && shown(description.components.schemas[schema.$ref.split('/').at(-1) ?? '']);
  };
  return shown(message.schema);
}

describe('the description of the API', () => {
  it.each(['workflows', 'templates'])('shows an example of every message of %s', (tag) => {
    const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, operation })),
    );
    const own = operations.filter(({ operation }) => operation.tags?.includes(tag));
    expect(own.length).toBeGreaterThan(4);
    const bare = own.flatMap(({ name, operation }) => [
      ...(operation.requestBody === undefined || hasExample(operation.requestBody) ? [] : [`${name} body`]),
      ...Object.entries(operation.responses)
        .filter(([status, response]) => status.startsWith('2') && !hasExample(response))
        .map(([status]) => `${name} ${status}`),
    ]);
    expect(bare).toEqual([]);
  });
});
