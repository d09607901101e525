import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SpawnedServer } from '../../council-server/test/spawned-server.mjs';
import { playSampleSession } from './sample-session';

/**
 * The built server on a fresh embedded database, for all tests of a run, with one finished session in it. Handed on in
 * COUNCIL_URL and COUNCIL_SAMPLE.
 */
export default async function startServer(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'council-browser-'));
  const server = await SpawnedServer.start({ environment: { COUNCIL_DATA_DIR: folder } });
  const stop = async (): Promise<void> => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    process.env['COUNCIL_URL'] = server.url;
    process.env['COUNCIL_SAMPLE'] = await playSampleSession(server.url);
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}
