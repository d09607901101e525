import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SpawnedServer } from '../../council-server/test/spawned-server.mjs';

/** The built server on a fresh embedded database, for all tests of a run. Its address is handed on in COUNCIL_URL. */
export default async function startServer(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'council-browser-'));
  const server = await SpawnedServer.start({ environment: { COUNCIL_DATA_DIR: folder } });
  process.env['COUNCIL_URL'] = server.url;
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
