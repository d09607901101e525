import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { LOOPBACK_ONLY } from './spawned-server.mjs';

const PROGRAM = fileURLToPath(new URL('../../../bin/council-server.mjs', import.meta.url));

/** A run of the program that has ended. */
export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the program as a user does: with this environment and nothing of the test's own, in a folder without a `.env`. */
export async function council(words: readonly string[], environment: Readonly<Record<string, string>>): Promise<Run> {
  const child = spawn(process.execPath, [PROGRAM, ...words], {
    cwd: environment['COUNCIL_DATA_DIR'] ?? tmpdir(),
    env: { PATH: process.env['PATH'], ...LOOPBACK_ONLY, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  await once(child, 'close');
  return { code: child.exitCode, stdout, stderr };
}
