import { openTestDatabase, type TestDatabase } from '@council/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { z } from 'zod';
import { AppModule } from '../app.module.js';
import { createApp } from '../create-app.js';

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly items?: Schema;
  readonly example?: unknown;
}
interface Media {
  readonly schema?: Schema;
  readonly example?: unknown;
}
interface Content {
  readonly content?: Readonly<Record<string, Media | undefined>>;
}
interface Operation {
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

/** What is sent, and what comes back when all goes well. */
function messages(): readonly { readonly name: string; readonly message: Content }[] {
  return Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { requestBody, responses }]) => {
      const name = `${method.toUpperCase()} ${path}`;
      const answers = Object.entries(responses).filter(([status]) => status.startsWith('2'));
      return [
        ...(requestBody === undefined ? [] : [{ name: `${name} body`, message: requestBody }]),
        ...answers.map(([status, message]) => ({ name: `${name} ${status}`, message })),
      ];
    }),
  );
}

const inJson = () =>
  messages().flatMap(({ name, message }) => {
    const media = message.content?.['application/json'];
    return media === undefined ? [] : [{ name, media }];
  });

/** An example and its schema: beside the message, in its schema, or in the schema that it points to. */
function shown({ schema, example }: Media): { readonly schema: Schema; readonly example: unknown } | null {
  if (schema === undefined) return null;
  if (example !== undefined) return { schema, example };
  if (schema.example !== undefined) return { schema, example: schema.example };
  if (schema.items !== undefined) return shown({ schema: schema.items });
  return schema.$ref === undefined ? null : shown({ schema: description.components.schemas[nameOf(schema.$ref)] });
}

const nameOf = (ref: string): string => ref.split('/').at(-1) ?? '';

/** Zod looks for what is pointed to within the schema itself. */
function reader(schema: Schema): z.ZodType {
  const whole = { ...schema, definitions: description.components.schemas };
  const own = JSON.stringify(whole).replaceAll('#/components/schemas/', '#/definitions/');
  return z.fromJSONSchema(JSON.parse(own) as Parameters<typeof z.fromJSONSchema>[0], {
    defaultTarget: 'openapi-3.0',
    registry: z.registry(),
  });
}

describe('the description of the API', () => {
  it('says of every answer what it holds', () => {
    const silent = messages().filter(({ name, message }) => message.content === undefined && !name.endsWith(' 204'));
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it('shows an example of every message', () => {
    expect(inJson().length).toBeGreaterThan(80);
    const bare = inJson().filter(({ media }) => shown(media) === null);
    expect(bare.map(({ name }) => name)).toEqual([]);
  });

  /** That of a request has nothing in it that is not read: the contracts' own spec sees to that. */
  it('shows nothing that its own schema refuses', () => {
    const wrong = inJson().flatMap(({ name, media }) => {
      const seen = shown(media);
      const problems = seen === null ? [] : (reader(seen.schema).safeParse(seen.example).error?.issues ?? []);
      return problems.map(({ path, message }) => `${name}: ${path.join('.')} ${message}`);
    });
    expect(wrong).toEqual([]);
  });
});
