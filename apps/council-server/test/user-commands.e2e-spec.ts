import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { council, type Run } from './command-line.js';
import { TEST_TIMEOUT_MS } from './eventually.js';
import { SpawnedServer } from './spawned-server.mjs';

jest.setTimeout(TEST_TIMEOUT_MS);

/** People and tokens made on the command line, beside a server that others could reach. */
let folder: string;
let environment: Readonly<Record<string, string>>;
let server: SpawnedServer;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'council-users-'));
  environment = { COUNCIL_DATA_DIR: join(folder, 'data'), COUNCIL_NO_PROBE: '1', HOST: '0.0.0.0' };
  server = await SpawnedServer.start({ environment });
});

afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

const run = (...words: string[]): Promise<Run> => council(words, environment);

function passwordFile(password: string): string {
  const file = join(folder, 'password');
  writeFileSync(file, `${password}\n`);
  return file;
}

/** The server's own word for the address that it listens on leads nowhere from here. */
async function agentsFor(token: string): Promise<number> {
  const { port } = new URL(server.url);
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/agents`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return answer.status;
}

describe('people on the command line', () => {
  it('are added, the first of them as an admin, and never with a password that is too short', async () => {
    const early = await run('user', 'add', 'mira', '--password-file', passwordFile('a long enough one'));
    expect(early.code).toBe(1);
    expect(early.stderr).toContain('USER.NO_ADMIN');
    const short = await run('user', 'add', 'ada', '--role', 'admin', '--password-file', passwordFile('short'));
    expect(short.code).toBe(1);
    expect(short.stderr).toMatch(/password must have at least 10/);
    const added = await run(
      'user',
      'add',
      'ada',
      '--role',
      'admin',
      '--password-file',
      passwordFile('a long enough one'),
    );
    expect(added.code).toBe(0);
    expect(added.stdout).toMatch(/^ada {2}admin {2}active/);
    expect((await run('user', 'add', 'x', '--role', 'king')).code).toBe(2);
  });

  it('change their role while somebody stays an admin, and are told apart without capitals', async () => {
    expect((await run('user', 'role', 'ADA', 'viewer')).stderr).toContain('USER.NO_ADMIN');
    expect((await run('user', 'disable', 'nobody')).stderr).toContain('USER.NOT_FOUND');
    expect((await run('user', 'list')).stdout).toMatch(/^ada {2}admin {2}active {2}since \S+\n$/);
  });
});

describe('a token on the command line', () => {
  it('is printed once, opens while the server runs, and no more once it is revoked', async () => {
    const made = await run('token', 'create', 'nightly report', '--owner', 'ada', '--scope', 'read', '--days', '3');
    expect(made.code).toBe(0);
    const token = made.stdout.trim();
    expect(await agentsFor(token)).toBe(200);
    const listed = await run('token', 'list');
    expect(listed.stdout).toContain('nightly report');
    expect(listed.stdout).not.toContain(token);
    const [uuid = ''] = listed.stdout.split(' ');
    expect((await run('token', 'revoke', uuid)).code).toBe(0);
    expect(await agentsFor(token)).toBe(401);
    expect((await run('token', 'revoke', uuid)).stderr).toContain('TOKEN.NOT_FOUND');
    expect((await run('token', 'create', 'x', '--owner', 'ada', '--days', '9999')).code).toBe(2);
  });
});
