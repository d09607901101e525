import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CouncilClient } from '../../council-server/test/council-client.mjs';
import { ScriptedUpstream, type Reply } from '../../council-server/test/scripted-upstream.mjs';
import { SpawnedServer } from '../../council-server/test/spawned-server.mjs';

export interface OwnCouncil {
  readonly url: string;
  readonly client: CouncilClient;
}

/** A server of the test's own, on a fresh database. */
export async function withCouncil<Result>(
  environment: Readonly<Record<string, string>>,
  use: (council: OwnCouncil) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'council-own-'));
  const server = new SpawnedServer({ environment: { COUNCIL_DATA_DIR: folder, ...environment } });
  try {
    await server.ready;
    return await use({ url: server.url, client: new CouncilClient(() => server.url) });
  } finally {
    if (server.isAlive) await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** With a model that answers as scripted. */
export async function withModel<Result>(
  reply: Reply,
  use: (council: OwnCouncil) => Promise<Result>,
  environment: Readonly<Record<string, string>> = {},
): Promise<Result> {
  const upstream = await ScriptedUpstream.start(reply);
  const model = { LLM_PROVIDER: 'custom', LLM_MODEL: 'scripted', LLM_BASE_URL: upstream.baseUrl, LLM_API_KEY: 'k' };
  try {
    return await withCouncil({ ...model, ...environment }, use);
  } finally {
    await upstream.stop();
  }
}
