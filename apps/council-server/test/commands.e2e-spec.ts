import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Report, SessionList } from '@council/contracts';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ApiClient, debateOn } from './api-client.js';
import { council, type Run } from './command-line.js';
import { eventually, TEST_TIMEOUT_MS } from './eventually.js';
import { readSample, SAMPLES } from './samples.js';
import { SpawnedServer } from './spawned-server.mjs';

jest.setTimeout(TEST_TIMEOUT_MS);

/**
 * The commands beside a running server, on one data folder. It is embedded whatever TEST_DATABASE_URL says, and new: the
 * server's first start makes the cluster in it.
 */
let folder: string;
let environment: Readonly<Record<string, string>>;
let server: SpawnedServer;
const api = new ApiClient(() => server);
const OBJECTIVE = 'Decide whether to go on.';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'council-commands-'));
  environment = { COUNCIL_DATA_DIR: join(folder, 'data'), COUNCIL_NO_PROBE: '1' };
  mkdirSync(environment['COUNCIL_DATA_DIR'] ?? '');
  server = await SpawnedServer.start({ environment });
});

afterAll(async () => {
  await server.kill('SIGKILL');
  await eventually('the end of the database', () => (databaseProcesses().length === 0 ? true : undefined));
  rmSync(folder, { recursive: true });
});

const pathOf = (file: string): string => fileURLToPath(new URL(`../../../${file}`, import.meta.url));
const [PROPOSAL, , CHINESE] = SAMPLES;

/** The processes of this test's data folder, whoever started them. */
function databaseProcesses(): string[] {
  return readdirSync('/proc').filter((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      const [, entry = '', data] = readFileSync(`/proc/${name}/cmdline`, 'utf8').split('\0');
      return entry.endsWith('database-process.js') && data === environment['COUNCIL_DATA_DIR'];
    } catch {
      return false;
    }
  });
}

/** Ended with 1, or 2 where the words themselves were wrong, said why in words, and printed neither a report nor a stack. */
function expectComplaint(run: Run, ...words: readonly (string | RegExp)[]): void {
  expect([1, run.stderr.startsWith('error: ') ? 2 : 1]).toContain(run.code);
  expect(run.stdout).toBe('');
  for (const word of words) expect(run.stderr).toMatch(word);
  expect(run.stderr).not.toMatch(/^\s+at |node:internal|\.js:\d+/m);
}

describe('council-server run', () => {
  it('prints the report that the API gives for the same input, and shows who speaks', async () => {
    const [run, uuid] = await Promise.all([
      council(['run', pathOf(PROPOSAL.file), '--objective', OBJECTIVE], environment),
      api.execute(debateOn(readSample(PROPOSAL.file))),
    ]);
    expect(run.stderr).toMatch(/Value Defender has spoken/);
    expect(run.stderr).toMatch(/^completed$/m);
    expect(run.code).toBe(0);
    await api.ended(uuid);
    expect(run.stdout).toBe((await api.call('GET', `/sessions/${uuid}/report?format=md`)).text);
    const { items } = await api.get(SessionList, '/sessions');
    expect(items.map(({ status, title }) => [status, title])).toEqual(Array(2).fill(['completed', items[0]?.title]));
  });

  it('--language, --json and --out: the report as data in a file, and nothing on stdout', async () => {
    const out = join(folder, 'report.json');
    const words = ['run', pathOf(CHINESE.file), '-o', OBJECTIVE, '--language', 'zh', '--json', '--out', out, '--quiet'];
    expect(await council(words, environment)).toEqual({ code: 0, stdout: '', stderr: `The report is in ${out}\n` });
    const report = Report.parse(JSON.parse(readFileSync(out, 'utf8')));
    expect(report).toMatchObject({ language: 'zh', status: 'completed', objective: OBJECTIVE });
    const uuid = await api.execute(debateOn(readSample(CHINESE.file)));
    await api.ended(uuid);
    expect(report).toEqual(await api.get(Report, `/sessions/${uuid}/report?format=json`));
  });

  it.each<[string, readonly string[], RegExp]>([
    ['a missing file', ['nowhere.md'], /nowhere\.md cannot be read: .*ENOENT/],
    ['a folder', ['.'], /cannot be read: .*EISDIR/],
    ['a binary file', ['binary.pdf'], /binary\.pdf cannot be read: it is not text/],
    ['an empty file', ['empty.md'], /needs a document/],
    ['an unknown template', ['empty.md', '--template', 'jury'], /there is no template "jury"/],
    [
      'the uuid of no template',
      [pathOf(CHINESE.file), '-t', '00000000-0000-4000-8000-000000000000'],
      /no such template/,
    ],
    ['an unknown language', [pathOf(CHINESE.file), '--language', 'xx'], /Allowed choices are en, zh/],
    [
      'a file that cannot be written',
      [pathOf(CHINESE.file), '--out', 'no/such/folder/report.md'],
      /report cannot be written to no\/such\/folder\/report\.md: ENOENT/,
    ],
  ])('%s: says so, and ends with an error', async (_what, words, reason) => {
    const data = environment['COUNCIL_DATA_DIR'] ?? '';
    writeFileSync(join(data, 'binary.pdf'), Buffer.from([0x25, 0x50, 0x44, 0x46, 0xff, 0xfe, 0x00, 0x80]));
    writeFileSync(join(data, 'empty.md'), '\n');
    expectComplaint(await council(['run', '--quiet', '-o', '', ...words], environment), reason);
  });
});

describe('beside a running server', () => {
  it('migrate status asks the same database, and changes nothing', async () => {
    const run = await council(['migrate', 'status'], environment);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    const lines = run.stdout.trim().split('\n');
    expect(lines.length).toBeGreaterThanOrEqual(2);
    expect(lines.filter((line) => !/^applied {2}\S+$/.test(line))).toEqual([]);
    expect(databaseProcesses()).toHaveLength(1);
    expect((await api.call('GET', '/agents')).status).toBe(200);
  });

  it('doctor tells what is there and what is missing', async () => {
    const run = await council(['doctor'], environment);
    expect(run.stdout).toMatch(/^ok {2}database +embedded in .*PostgreSQL/m);
    expect(run.stdout).toMatch(/^ok {2}migrations +all applied$/m);
    expect(run.stdout).toMatch(/^ok {2}pgvector/m);
    expect(run.stdout).toMatch(/^-- {2}models +Engine: rehearsal/m);
    expect(run.code).toBe(0);
    expect(databaseProcesses()).toHaveLength(1);
  });

  it('an unknown command is told of the known ones', async () => {
    const run = await council(['conjure'], environment);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toMatch(/unknown command 'conjure'/);
    for (const known of ['serve', 'run', 'migrate', 'doctor'])
      expect(run.stderr).toMatch(new RegExp(`^  ${known}\\b`, 'm'));
  });
});

describe('how a command ends', () => {
  const PAGE = readFileSync(new URL('../../../docs/commands.md', import.meta.url), 'utf8');

  it.each([
    ['no such argument', ['migrate', 'sideways'], 2],
    ['no such option', ['backup', '--slowly', 'x'], 2],
    ['an argument too few', ['restore'], 2],
    ['help', ['help', 'migrate'], 0],
    ['what is no uuid', ['export', 'nope'], 2],
    ['what is no uuid', ['rebuild', 'nope'], 2],
    ['what is no uuid', ['token', 'revoke', 'nope'], 2],
    ['a file that is no backup', ['restore', '/dev/null'], 1],
    ['a folder that is not there', ['backup', '/nowhere/x.backup'], 1],
    ['a folder that cannot be made', ['agents', 'export', '--dir', '/dev/null/x'], 1],
    ['what a migration would do', ['migrate', 'down', '--dry-run'], 0],
  ])('%s', async (_what, words, code) => {
    const run = await council(words, environment);
    expect([run.code, run.stderr.includes('    at ')]).toEqual([code, false]);
    if (code === 1) expect(run.stderr).toMatch(/ \[[A-Z_]+\.[A-Z_]+\]$/m);
    expect(PAGE).toMatch(new RegExp(`^\\| +${code} \\|`, 'm'));
    if (words.includes('--dry-run')) expect(run.stdout).toMatch(/^would revert \w+\n$/);
  });

  it('stands with every command on the page of commands', async () => {
    const { stdout } = await council(['--help'], environment);
    const names = [...stdout.slice(stdout.indexOf('Commands:')).matchAll(/^ {2}(\w+)/gm)].map(([, name = '']) => name);
    expect(names.length).toBeGreaterThan(10);
    for (const name of names.filter((one) => one !== 'help'))
      expect([name, PAGE]).toEqual([name, expect.stringMatching(`\`${name}\\b`)]);
  });
});

describe('a start that cannot be', () => {
  it('in a bad environment names all problems at once', async () => {
    const bad = {
      ...environment,
      PORT: '99999',
      COUNCIL_API_TOKEN: 'short',
      LLM_PROVIDER: 'oracle',
      COUNCIL_LEASE_MS: 'soon',
    };
    const [serve, doctor] = await Promise.all([council(['serve'], bad), council(['doctor'], bad)]);
    expectComplaint(serve, /\bPORT\b/, /COUNCIL_API_TOKEN/, /LLM_PROVIDER/, /COUNCIL_LEASE_MS/);
    expect(doctor.code).toBe(1);
    for (const name of ['PORT', 'LLM_PROVIDER']) expect(doctor.stdout).toMatch(new RegExp(`${name} must be`));
  });

  it('on a port that is taken says so, and leaves the database to the other', async () => {
    const taken = await listening();
    const { port } = taken.address() as AddressInfo;
    const run = await council(['serve'], { ...environment, PORT: String(port) });
    taken.close();
    expect(run).toMatchObject({ code: 1 });
    expect(run.stderr).toMatch(new RegExp(`127\\.0\\.0\\.1:${port} is taken`));
    expect(run.stderr).not.toMatch(/^\s+at |node:internal/m);
    expect((await api.call('GET', '/agents')).status).toBe(200);
  });
});

describe('SIGTERM', () => {
  it('ends the server with 0 in the middle of a debate, and its database with it', async () => {
    // A document that the server has not read yet: reading takes longer than the way to the signal.
    const uuid = await api.execute(debateOn(`${readSample(CHINESE.file)}\n以上各点请一并考虑。\n`));
    await api.session(uuid, ({ status }) => status === 'running');
    const running = databaseProcesses();
    await server.stop();
    expect(await server.exited).toEqual({ code: 0, signal: null });
    expect(running).toHaveLength(1);
    await eventually('the end of the database', () => (databaseProcesses().length === 0 ? true : undefined));
    expect(existsSync(join(environment['COUNCIL_DATA_DIR'] ?? '', 'embedded/socket/.s.PGSQL.5432'))).toBe(false);
    server = await SpawnedServer.start({ environment });
    expect((await api.ended(uuid)).status).toBe('completed');
  });
});

function listening(): Promise<Server> {
  return new Promise((resolve) => {
    const taken = createServer();
    taken.listen(0, '127.0.0.1', () => {
      resolve(taken);
    });
  });
}

describe('council-server worker', () => {
  it('says what it lacks beside the embedded database', async () => {
    expectComplaint(await council(['worker'], environment), /WORKER\.NO_DATABASE/, /Set DATABASE_URL/);
  });
});
