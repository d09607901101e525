import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Agent, type AgentFile, AgentFiles } from '@council/contracts';
import { AgentsExporter, AgentsImporter, PersonaFiles } from '@council/council';
import { DNS_NAMESPACE, newUuid, uuidV5 } from '@council/kernel';
import { openTestDatabase, type TestDatabase } from '@council/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { eventually } from '../test/eventually.js';
import { AppModule } from './app.module.js';
import { createApp } from './create-app.js';

let folder: string;
let database: TestDatabase;
let app: NestFastifyApplication;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'council-prompts-'));
  database = await openTestDatabase({ COUNCIL_PROMPTS_DIR: folder });
  app = await createApp(await AppModule.forRoot(database.config), false);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
});
beforeEach(() => {
  mkdirSync(folder, { recursive: true });
});
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await app.get(DataSource).query('DELETE FROM agents WHERE seed_key IS NULL');
  await app.get(DataSource).query('DELETE FROM persona_files');
});
afterAll(async () => {
  await app.close();
  await database.close();
});

const persona = (name: string, prompt = 'You weigh your words.') =>
  `---\nname: ${name}\nprovider: openai\nmodel: gpt-4o\ntemperature: 0.5\n---\n\n${prompt}\n`;
const put = (file: string, content: string | Uint8Array = persona('Sage')): string => {
  writeFileSync(join(folder, file), content);
  return join(folder, file);
};

async function call(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object, key?: string) {
  const headers = { host: 'localhost', ...(key === undefined ? {} : { 'idempotency-key': key }) };
  const answer = await app.inject({ method, url: `/api/v1/agents${url}`, headers, ...(payload && { payload }) });
  return { status: answer.statusCode, body: answer.body === '' ? null : answer.json<Record<string, unknown>>() };
}
const agents = async () => (await call('GET', '')).body as unknown as Agent[];
const called = async (name: string) => (await agents()).filter((agent) => agent.name === name);
const edit = async ({ agent_uuid, ...agent }: Agent, change: Partial<Agent>) =>
  call('PUT', `/${agent_uuid}`, { ...agent, ...change });
const files = async () => AgentFiles.parse((await call('GET', '/files')).body).items;
const first = async (name: string) => (await called(name))[0];
async function one(name: string): Promise<Agent> {
  const found = await called(name);
  expect(found).toHaveLength(1);
  return found[0] as Agent;
}

describe('a file in the prompts folder', () => {
  it('becomes an agent, with the same id wherever it does', async () => {
    put('sage.md');
    const [item] = await files();
    const sage = await one('Sage');
    expect(item).toEqual({
      file: 'sage.md',
      agent_uuid: sage.agent_uuid,
      state: 'registered',
      code: null,
      problem: null,
    });
    expect(sage).toMatchObject({
      agent_uuid: uuidV5('sage.md', uuidV5('persona-files.the-council', DNS_NAMESPACE)),
      persona_prompt: 'You weigh your words.',
      model_config: { provider: 'openai', model: 'gpt-4o', temperature: 0.5 },
      capabilities: { web_search: false, search_provider: '', code_execution: false },
    });
  });

  it('is followed while the server serves, and stays an agent when it is removed', async () => {
    await app.get(PersonaFiles).watch();
    put('sage.md');
    const { agent_uuid } = await eventually('the agent of the new file', () => first('Sage'));
    put('sage.md', persona('Elder', 'You are older now.'));
    expect((await eventually('the change of the file', () => first('Elder'))).agent_uuid).toBe(agent_uuid);
    rmSync(join(folder, 'sage.md'));
    expect(await files()).toEqual([]);
    expect((await one('Elder')).persona_prompt).toBe('You are older now.');
  });

  it('never overwrites what was edited in the app', async () => {
    put('sage.md');
    await files();
    await edit(await one('Sage'), { name: 'My Sage' });
    put('sage.md', persona('Sage', 'Something else.'));
    expect(await files()).toMatchObject([{ state: 'edited', problem: null }]);
    expect((await one('My Sage')).persona_prompt).toBe('You weigh your words.');
  });

  it('holds against an edit once it is imported, and is followed again from then on', async () => {
    const path = put('sage.md');
    await files();
    const { agent_uuid } = await one('Sage');
    await edit(await one('Sage'), { name: 'My Sage' });
    expect(await app.get(AgentsImporter).import([path])).toMatchObject([{ outcome: 'updated', agent_uuid }]);
    expect(await files()).toMatchObject([{ agent_uuid, state: 'registered' }]);
    put('sage.md', persona('Sage', 'Changed.'));
    expect(await files()).toMatchObject([{ agent_uuid, state: 'registered' }]);
    expect((await one('Sage')).persona_prompt).toBe('Changed.');
    await edit(await one('Sage'), {});
    expect(await files()).toMatchObject([{ state: 'edited' }]);
    expect(await app.get(AgentsImporter).import([path])).toMatchObject([{ outcome: 'unchanged', agent_uuid }]);
    expect(await files()).toMatchObject([{ state: 'registered' }]);
  });

  it('does not bring back what was deleted in the app, until it is imported', async () => {
    const path = put('sage.md');
    await files();
    const { agent_uuid } = await one('Sage');
    await call('DELETE', `/${agent_uuid}`);
    put('sage.md', persona('Sage', 'Changed.'));
    const [item] = await files();
    expect(item).toMatchObject({ agent_uuid: null, state: 'edited', code: 'AGENT.DELETED_IN_APP' });
    expect(item?.problem).toContain('was deleted in the app');
    expect(await app.get(AgentsImporter).import([path])).toMatchObject([{ outcome: 'created', agent_uuid }]);
    put('sage.md', persona('Sage', 'Changed again.'));
    expect(await files()).toMatchObject([{ agent_uuid, state: 'registered' }]);
    expect((await one('Sage')).persona_prompt).toBe('Changed again.');
  });

  it('that is bad says why, and leaves its agent and the others alone', async () => {
    put('a.md');
    await files();
    put('a.md', persona('A').replace('temperature: 0.5', 'temperature: 9'));
    put('b.md', persona('B'));
    put('binary.md', Buffer.from([0x2d, 0xff, 0xfe]));
    put('large.md', persona('Large', 'x'.repeat(400_000)));
    const outside = join(mkdtempSync(join(tmpdir(), 'council-elsewhere-')), 'outside.md');
    writeFileSync(outside, persona('Outside'));
    symlinkSync(outside, join(folder, 'link.md'));
    symlinkSync(join(folder, 'b.md'), join(folder, 'inside.md'));
    symlinkSync(join(folder, 'nowhere'), join(folder, 'lost.md'));
    symlinkSync('/dev/zero', join(folder, 'zero.md'));
    mkdirSync(join(folder, 'folder.md'));
    put('notes.txt');
    put('.hidden.md');
    const said = ({ state, code, problem }: AgentFile) => (code === null ? [state, problem] : [code, problem]);
    const found = Object.fromEntries((await files()).map((item) => [item.file, said(item)]));
    const [invalid, unreadable, large] = ['AGENT.FILE_INVALID', 'AGENT.FILE_UNREADABLE', 'AGENT.FILE_TOO_LARGE'];
    expect(found).toEqual({
      'a.md': [invalid, expect.stringMatching(/^a\.md:5: temperature: /)],
      'b.md': ['registered', null],
      'binary.md': [unreadable, 'binary.md: is not text in UTF-8'],
      'inside.md': ['registered', null],
      'large.md': [large, 'large.md: is larger than 320 KB'],
      'link.md': [unreadable, 'link.md: is a link that leads out of the folder'],
      'lost.md': [unreadable, 'lost.md: cannot be read (ENOENT)'],
      'zero.md': [unreadable, 'zero.md: is a link that leads out of the folder'],
    });
    expect((await one('Sage')).model_config.temperature).toBe(0.5);
    expect(await called('Outside')).toEqual([]);
  });

  it('is missed by nobody when the folder is absent', async () => {
    rmSync(folder, { recursive: true });
    expect(await files()).toEqual([]);
  });
});

describe('copying an agent', () => {
  const draft = { name: 'Judge', persona_prompt: 'You judge.', model_config: { provider: 'openai', model: 'gpt-4o' } };
  const make = async () => (await call('POST', '', draft)).body as unknown as Agent;

  it('gives another agent that says the same, with or without a body', async () => {
    const { agent_uuid, persona_prompt, model_config } = await make();
    const copies = await Promise.all([
      call('POST', `/${agent_uuid}/duplicate`),
      call('POST', `/${agent_uuid}/duplicate`, {}),
      call('POST', `/${agent_uuid}/duplicate`, { name: 'Advocate' }),
    ]);
    for (const { status, body } of copies) {
      expect([status, body]).toEqual([201, expect.objectContaining({ persona_prompt, model_config })]);
      expect(body?.['agent_uuid']).not.toBe(agent_uuid);
    }
    const names = copies.map(({ body }) => body?.['name']).sort();
    expect(names).toEqual(['Advocate', 'Judge (copy 2)', 'Judge (copy)']);
  });

  it('does so once a key', async () => {
    const { agent_uuid } = await make();
    const key = newUuid();
    const before = await call('POST', `/${agent_uuid}/duplicate`, undefined, key);
    expect(await call('POST', `/${agent_uuid}/duplicate`, undefined, key)).toEqual(before);
    expect(await called('Judge (copy)')).toHaveLength(1);
  });

  it('refuses what is not there and what cannot be a name', async () => {
    const nobody = await call('POST', `/${newUuid()}/duplicate`);
    expect(nobody).toMatchObject({ status: 404, body: { code: 'AGENT.NOT_FOUND' } });
    const { agent_uuid } = await make();
    for (const name of ['', ' ', 'x'.repeat(65), 7]) {
      expect((await call('POST', `/${agent_uuid}/duplicate`, { name })).status).toBe(422);
    }
  });
});

/** The sample files that come with the product. */
const EXAMPLES = join(import.meta.dirname, '../../../examples/prompts');

describe('the examples', () => {
  it('become agents as they are', async () => {
    const names = readdirSync(EXAMPLES).toSorted();
    for (const name of names) put(name, readFileSync(join(EXAMPLES, name)));
    expect(names.length).toBeGreaterThan(1);
    expect(await files()).toEqual(
      names.map((file) => expect.objectContaining({ file, state: 'registered', problem: null }) as unknown),
    );
  });
});

describe('export and import', () => {
  // Not the folder of prompts: what lies there becomes agents by itself, and the server looks every other second.
  let elsewhere: string;
  beforeEach(() => {
    elsewhere = mkdtempSync(join(tmpdir(), 'council-agents-'));
  });
  afterEach(() => {
    rmSync(elsewhere, { recursive: true });
  });
  const put = (file: string, content: string): string => {
    writeFileSync(join(elsewhere, file), content);
    return join(elsewhere, file);
  };
  const exported = () => app.get(AgentsExporter).export([]);
  const outcomes = async () => {
    const paths = (await exported()).map(({ file, content }) => put(file, content));
    return new Set((await app.get(AgentsImporter).import(paths)).map(({ outcome }) => outcome));
  };

  it('make a round: what was imported is exported again byte for byte', async () => {
    for (const persona_prompt of ['Same name.', 'Another prompt.', '\n\n---\r\nname: x\n']) {
      await call('POST', '', {
        ...{ name: 'Sage / 智者', description: 'Two\nlines: "quoted"', persona_prompt },
        model_config: { provider: 'custom', model: 'm:7b', top_p: 0.25 },
        capabilities: { web_search: true },
      });
    }
    const before = await exported();
    expect(before.map(({ file }) => file)).toEqual(expect.arrayContaining(['chief-justice.md', 'sage-智者-2.md']));
    expect(await outcomes()).toEqual(new Set(['unchanged']));
    await app.get(DataSource).query('DELETE FROM agents WHERE seed_key IS NULL');
    const results = await app.get(AgentsImporter).import(before.map(({ file }) => join(elsewhere, file)));
    expect(results.filter(({ outcome }) => outcome === 'created')).toHaveLength(3);
    expect(await exported()).toEqual(before);
    expect(await outcomes()).toEqual(new Set(['unchanged']));
  });

  it('change the only agent of a name, and do not guess between several', async () => {
    const draft = { name: 'Sage', persona_prompt: 'x', model_config: { provider: 'a', model: 'b' } };
    const agent_uuid = String((await call('POST', '', draft)).body?.['agent_uuid']);
    const path = put('other.md', persona('Sage'));
    const importing = () => app.get(AgentsImporter).import([path]);
    expect(await importing()).toMatchObject([{ outcome: 'updated', agent_uuid }]);
    expect(await importing()).toMatchObject([{ outcome: 'unchanged' }]);
    await call('POST', `/${agent_uuid}/duplicate`, { name: 'Sage' });
    put('other.md', persona('Sage', 'Changed.'));
    expect(await importing()).toMatchObject([{ outcome: 'invalid', code: 'AGENT.FILE_AMBIGUOUS' }]);
    expect((await called('Sage')).map((agent) => agent.persona_prompt)).not.toContain('Changed.');
  });

  it('takes names and uuids, and refuses who is not there', async () => {
    const [judge] = await app.get(AgentsExporter).export(['chief justice']);
    const { agent_uuid } = await one('Chief Justice');
    expect(await app.get(AgentsExporter).export([agent_uuid.toUpperCase()])).toEqual([judge]);
    await expect(app.get(AgentsExporter).export(['Nobody'])).rejects.toMatchObject({ code: 'AGENT.NOT_FOUND' });
  });
});
