import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
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

describe('council-server agents', () => {
  it('exports files that it imports without a change', async () => {
    const dir = join(folder, 'all');
    const exported = await agents('export', '--dir', dir);
    expect([exported.code, exported.stderr]).toEqual([0, '']);
    const paths = exported.stdout.trim().split('\n');
    expect(paths).toEqual(expect.arrayContaining([join(dir, 'chief-justice.md')]));
    expect(readdirSync(dir).toSorted()).toEqual(paths.map((path) => basename(path)).toSorted());
    const imported = await agents('import', ...paths);
    expect([imported.code, imported.stdout.match(/^unchanged /gm)?.length]).toEqual([0, paths.length]);
  });

  it('overwrites no file unasked, and then writes none at all', async () => {
    const dir = join(folder, 'mine');
    const mine = join(dir, 'chief-justice.md');
    mkdirSync(dir);
    writeFileSync(mine, 'mine');
    const refused = await agents('export', '--dir', dir);
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('AGENT.FILE_EXISTS')]);
    expect([readdirSync(dir), readFileSync(mine, 'utf8')]).toEqual([['chief-justice.md'], 'mine']);
    expect((await agents('export', '--dir', dir, '--force', 'Chief Justice')).code).toBe(0);
    expect(readFileSync(mine, 'utf8')).toMatch(/^---\nname: Chief Justice\n/);
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
