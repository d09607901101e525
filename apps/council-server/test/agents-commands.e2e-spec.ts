import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTestDatabase, type TestDatabase } from '@council/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { council } from './command-line.js';

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await openTestDatabase();
  folder = mkdtempSync(join(tmpdir(), 'council-agents-'));
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});
const agents = (...words: string[]) => council(['agents', ...words], database.environment);
const contents = (dir: string) =>
  Object.fromEntries(readdirSync(dir).map((file) => [file, readFileSync(join(dir, file), 'utf8')]));

describe('council-server agents', () => {
  it('exports files that it imports without a change, and overwrites none unasked', async () => {
    const dir = join(folder, 'all');
    const first = await agents('export', '--dir', dir);
    expect([first.code, first.stderr]).toEqual([0, '']);
    const paths = first.stdout.trim().split('\n');
    expect(paths).toEqual(expect.arrayContaining([join(dir, 'chief-justice.md')]));
    const before = contents(dir);
    const imported = await agents('import', ...paths);
    expect([imported.code, imported.stdout.match(/^unchanged /gm)?.length]).toEqual([0, paths.length]);
    writeFileSync(join(dir, 'chief-justice.md'), 'mine');
    const refused = await agents('export', '--dir', dir, 'Chief Justice');
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('AGENT.FILE_EXISTS')]);
    expect(readFileSync(join(dir, 'chief-justice.md'), 'utf8')).toBe('mine');
    expect((await agents('export', '--dir', dir, '--force')).code).toBe(0);
    expect(contents(dir)).toEqual(before);
  });

  it('imports what is good, says what is not, and then fails', async () => {
    const [good, bad] = [join(folder, 'good.md'), join(folder, 'bad.md')];
    writeFileSync(good, '---\nname: Sage\nprovider: openai\nmodel: gpt-4o\n---\nYou weigh your words.\n');
    writeFileSync(bad, '---\nname: Sage\nmodle: gpt-4o\n---\nx\n');
    const run = await agents('import', bad, good, join(folder, 'nowhere.md'));
    expect(run.code).toBe(1);
    expect(run.stdout).toMatch(
      /^invalid {4}bad\.md:.*bad\.md:3: there is no setting "modle".* \(AGENT\.FILE_INVALID\)$/m,
    );
    expect(run.stdout).toMatch(/^created {4}good\.md: Sage \([0-9a-f-]{36}\)$/m);
    expect(run.stdout).toMatch(/^invalid {4}nowhere\.md: cannot be read \(ENOENT\) \(AGENT\.FILE_UNREADABLE\)$/m);
    expect((await agents('import', good)).stdout).toMatch(/^unchanged {2}good\.md/);
  });

  it('has the doctor look at the prompts folder', async () => {
    const dir = join(folder, 'prompts');
    mkdirSync(dir);
    writeFileSync(join(dir, 'bad.md'), 'no settings');
    const { code, stdout } = await council(['doctor'], { ...database.environment, COUNCIL_PROMPTS_DIR: dir });
    expect(stdout).toMatch(/^-- {2}persona files +bad\.md:1: a persona file begins with .* \(AGENT\.FILE_INVALID\)$/m);
    expect(code).toBe(0);
  });
});
