import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import openapiTypes, { astToString } from 'openapi-typescript';
import { format, resolveConfig } from 'prettier';
import { SpawnedServer } from '../apps/council-server/test/spawned-server.mjs';

let description;

/** What the built server says of itself, asked once. */
export function describe() {
  return (description ??= ask());
}

async function ask() {
  const folder = mkdtempSync(join(tmpdir(), 'council-api-'));
  const server = await SpawnedServer.start({ environment: { COUNCIL_DATA_DIR: folder } });
  try {
    return await (await fetch(`${server.url}/api/v1/openapi.json`)).json();
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

export const written = async (path, text, parser) => format(text, { ...(await resolveConfig(path)), parser });

/** docs/openapi.json: the description of the HTTP API. */
export async function openApiFile() {
  return written('docs/openapi.json', JSON.stringify(await describe()), 'json');
}

/** apps/web/src/api/schema.d.ts: the same as types, for the web client. What has a default may be left out of a request. */
export async function clientTypes() {
  // A field with a default need not be sent; the server always sends it.
  const types = astToString(await openapiTypes(await describe(), { defaultNonNullable: false }));
  const head = '// Made from docs/openapi.json by `node scripts/generated.mjs`.\n\n';
  return written('apps/web/src/api/schema.d.ts', head + types, 'typescript');
}
