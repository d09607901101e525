import {
  Agent,
  GraphDefinition,
  Group,
  MemoryIngested,
  MemoryResults,
  ProviderList,
  Template,
  WorkflowListItem,
} from '@council/contracts';
import { SEEDED_AGENTS } from '@council/council-core';
import { openTestDatabase, type TestDatabase } from '@council/testing';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { z } from 'zod';
import { ApiClient, debateOn } from './api-client.js';
import { COUNCIL_DEBATE } from './council-client.mjs';
import { drawGraph } from './drawn-graphs.js';
import { TEST_TIMEOUT_MS } from './eventually.js';
import { SpawnedServer } from './spawned-server.mjs';

jest.setTimeout(TEST_TIMEOUT_MS);

let database: TestDatabase;
let server: SpawnedServer;
const api = new ApiClient(() => server);

beforeAll(async () => {
  database = await openTestDatabase();
  server = await SpawnedServer.start(database);
});

afterAll(async () => {
  await server.stop();
  await database.close();
});

const MODEL = { provider: 'deepseek', model: 'deepseek-chat', temperature: 0, top_p: 0.5, max_tokens: 100 };
const AGENT = { name: 'Reader', avatar: null, description: 'Reads.', persona_prompt: 'You read.', model_config: MODEL };

/** The kinds of things that are kept, each with two bodies and what a body must have become. */
const KINDS = [
  { path: '/agents', schema: Agent, id: 'agent_uuid', first: AGENT, second: { ...AGENT, name: 'Writer' } },
  {
    path: '/groups',
    schema: Group,
    id: 'group_uuid',
    first: { name: 'Board', icon: null, system_prompt: 'Be brief.', default_agent_uuids: [SEEDED_AGENTS.negative] },
    second: { name: 'Panel', icon: 'owl', system_prompt: null, default_agent_uuids: [] },
  },
  {
    path: '/templates',
    schema: Template,
    id: 'template_uuid',
    first: { name: 'Mine', description: 'd', category: 'quick_decision', graph: { ...drawGraph(), workflow_uuid: '' } },
    second: { name: 'Ours', description: '', category: 'custom', graph: { ...drawGraph(), workflow_uuid: '' } },
  },
] as const;

const idOf = (item: object, id: string): string => String((item as Record<string, unknown>)[id]);

describe.each(KINDS)('$path', ({ path, schema, id, first, second }) => {
  const list = z.array(schema as z.ZodType<object>);

  it('keep, read, replace and delete a thing, and list the newest first', async () => {
    const before = await api.get(list, path);
    const made = await api.post(schema as z.ZodType<object>, path, first);
    expect(made).toMatchObject(first);
    const one = `${path}/${idOf(made, id)}`;
    expect(await api.get(schema as z.ZodType<object>, one)).toEqual(made);
    const newer = await api.post(schema as z.ZodType<object>, path, first);
    expect(await api.get(list, path)).toEqual([newer, made, ...before]);
    const changed = await api.put(schema as z.ZodType<object>, one, { ...second, [id]: idOf(newer, id) });
    expect(changed).toMatchObject({ ...second, [id]: idOf(made, id) });
    expect(idOf(changed, 'created_at')).toBe(idOf(made, 'created_at'));
    expect(await api.get(schema as z.ZodType<object>, one)).toEqual(changed);
    const status = path === '/templates' ? 200 : 204;
    for (const item of [made, newer]) {
      expect((await api.call('DELETE', `${path}/${idOf(item, id)}`)).status).toBe(status);
    }
    expect(api.refusal(await api.call('GET', one)).status).toBe(404);
    expect(api.refusal(await api.call('DELETE', one)).status).toBe(404);
    expect(api.refusal(await api.call('PUT', one, second)).status).toBe(404);
    expect(await api.get(list, path)).toEqual(before);
  });
});

describe('/workflows', () => {
  const list = z.array(WorkflowListItem);

  it('are none at first, as an empty list', async () => {
    expect((await api.call('GET', '/workflows')).text).toBe('[]');
    expect((await api.call('GET', '/templates?category=custom')).text).toBe('[]');
    expect((await api.call('GET', '/sessions')).text).toBe('{"items":[],"next_cursor":null}');
  });

  it('keep a graph under its own id or a new one, and list the last touched first', async () => {
    const id = 'c0ffee00-0000-4000-8000-000000000001';
    const own = await api.post(GraphDefinition, '/workflows', drawGraph({}, { workflow_uuid: id }));
    expect(own.workflow_uuid).toBe(id);
    const clash = api.refusal(await api.call('POST', '/workflows', own));
    expect([clash.status, clash.code]).toEqual([409, 'WORKFLOW.EXISTS']);
    const other = await api.post(GraphDefinition, '/workflows', drawGraph({}, { name: '' }));
    const ids = async (): Promise<string[]> => (await api.get(list, '/workflows')).map((item) => item.workflow_uuid);
    expect(await ids()).toEqual([other.workflow_uuid, id]);
    const renamed = { ...other, name: 'Renamed', workflow_uuid: other.workflow_uuid };
    expect(await api.put(GraphDefinition, `/workflows/${id}`, renamed)).toEqual({ ...renamed, workflow_uuid: id });
    expect(await api.get(GraphDefinition, `/workflows/${id}`)).toEqual({ ...renamed, workflow_uuid: id });
    expect(await ids()).toEqual([id, other.workflow_uuid]);
    for (const one of await ids()) expect((await api.call('DELETE', `/workflows/${one}`)).status).toBe(204);
    expect(await ids()).toEqual([]);
    expect(api.refusal(await api.call('GET', `/workflows/${id}`)).status).toBe(404);
  });

  it('that came with a session are kept, and its deletion leaves the session', async () => {
    const id = 'c0ffee00-0000-4000-8000-000000000002';
    const { input } = debateOn('# A plan\n\nWe open a second shop because the first one is full every day.\n');
    const session = await api.execute({ graph: drawGraph({}, { workflow_uuid: id }), input });
    expect(await api.ended(session)).toMatchObject({ workflow_uuid: id, status: 'completed' });
    expect(await api.get(GraphDefinition, `/workflows/${id}`)).toMatchObject({ name: 'One voice', workflow_uuid: id });
    const again = await api.execute({ workflow_uuid: id, input });
    expect(await api.session(again, () => true)).toMatchObject({ workflow_uuid: id });
    expect((await api.call('DELETE', `/workflows/${id}`)).status).toBe(204);
    expect(await api.session(session, () => true)).toMatchObject({ status: 'completed' });
  });
});

describe('what comes with the product', () => {
  it('are twelve agents, one group of the first four, and five templates', async () => {
    const agents = await api.get(z.array(Agent), '/agents');
    expect(agents.map((agent) => agent.agent_uuid)).toEqual(expect.arrayContaining(Object.values(SEEDED_AGENTS)));
    expect(agents).toHaveLength(12);
    const [group] = await api.get(z.array(Group), '/groups');
    expect(group?.default_agent_uuids.toSorted()).toEqual(Object.values(SEEDED_AGENTS).toSorted());
    const templates = await api.get(z.array(Template), '/templates');
    expect(templates.map(({ template_uuid }) => template_uuid)).toEqual(
      expect.arrayContaining([COUNCIL_DEBATE, 'c2264ddd-eb82-579e-9e40-36bba8d9924c']),
    );
    expect(templates.map(({ is_system, category }) => [is_system, category]).toSorted()).toEqual([
      [true, 'business_plan'],
      [true, 'code_review'],
      [true, 'other'],
      [true, 'other'],
      [true, 'quick_decision'],
    ]);
  });

  it('are vendors and their models, of which none is configured before somebody chooses it', async () => {
    const { providers } = await api.get(ProviderList, '/llm/providers');
    const ids = providers.map(({ provider_id }) => provider_id);
    expect(ids).toEqual(expect.arrayContaining(['openai', 'deepseek', 'dashscope', 'siliconflow']));
    const callable = providers.filter(({ is_configured }) => is_configured).map(({ provider_id }) => provider_id);
    expect(callable).toEqual([]);
    expect(providers.find(({ provider_id }) => provider_id === 'deepseek')?.models).toContain('deepseek-chat');
  });

  it('an edit of a seeded agent, and the deletion of another, survive a new start', async () => {
    const edited = `/agents/${SEEDED_AGENTS.affirmative}`;
    // Bound to a vendor it would need that vendor's key.
    const model_config = { provider: 'default', model: 'default' };
    await api.put(Agent, edited, { ...AGENT, name: 'My own defender', model_config });
    expect((await api.call('DELETE', `/agents/${SEEDED_AGENTS.surgeon}`)).status).toBe(204);
    const groups = await api.get(z.array(Group), '/groups');
    expect(groups[0]?.default_agent_uuids).not.toContain(SEEDED_AGENTS.surgeon);
    await server.stop();
    server = await SpawnedServer.start(database);
    expect(await api.get(Agent, edited)).toMatchObject({ name: 'My own defender', persona_prompt: 'You read.' });
    expect(await api.get(z.array(Group), '/groups')).toEqual(groups);
    const uuid = await api.execute(debateOn('# A plan\n\nWe open a second shop.\n'));
    const { seats } = await api.session(uuid, () => true);
    expect(seats.map(({ name }) => name)).toContain('My own defender');
  });
});

describe('without any model', () => {
  const run = (overrides: object) => {
    const agent = SEEDED_AGENTS.negative;
    return api.call('POST', '/workflows/execute', { ...debateOn('# A plan\n'), overrides: { [agent]: overrides } });
  };

  it('a seat that is bound to a vendor for one session never moves to the rehearsal engine', async () => {
    const answer = await run({ provider: 'openai', model: 'gpt-4o' });
    expect([answer.status, answer.text]).toEqual([422, expect.stringContaining('OPENAI_API_KEY')]);
  });

  it('the default binds nobody, and the rehearsal engine speaks', async () => {
    const { status, text } = await run({ provider: 'default', model: 'any', temperature: 0.1 });
    expect([status, text]).toEqual([202, expect.stringContaining('started')]);
  });
});

describe('the memory of a group', () => {
  it('finds what it was told, and never what another group was told', async () => {
    const names = ['First', 'Second'];
    const groups = await Promise.all(names.map((name) => api.post(Group, '/groups', { name })));
    const [mine = '', other = ''] = groups.map((group) => group.group_uuid);
    const told = [
      { group_id: mine, content: 'The warehouse in Lyon closes on Fridays at noon.' },
      { group_id: mine, content: 'Invoices are paid within thirty days of their arrival.' },
      { group_uuid: other, content: 'The warehouse in Lyon is haunted by a friendly owl.' },
    ];
    for (const body of told) api.read(MemoryIngested, 200, await api.call('POST', '/memory/ingest', body));
    const find = async (group: string, query: string): Promise<MemoryResults['results']> =>
      api.read(MemoryResults, 200, await api.call('POST', '/memory/query', { group_id: group, query })).results;
    const found = await find(mine, 'When does the warehouse in Lyon close?');
    expect(found[0]?.Content).toBe('The warehouse in Lyon closes on Fridays at noon.');
    expect(found[0]?.Score).toBeGreaterThan(found[1]?.Score ?? 1);
    expect(found.map((hit) => hit.Content).join()).not.toContain('owl');
    expect((await find(other, 'Who haunts the warehouse?')).map((hit) => hit.Content)).toEqual([told[2]?.content]);
    expect((await api.call('DELETE', `/groups/${other}`)).status).toBe(204);
    const gone = await api.call('POST', '/memory/query', { group_id: other, query: 'owl' });
    expect(api.refusal(gone).code).toBe('GROUP.NOT_FOUND');
  });
});

describe('the description of the API', () => {
  it('names every address that is used here', async () => {
    const Description = z.object({
      openapi: z.string(),
      paths: z.record(z.string(), z.record(z.string(), z.unknown())),
    });
    const { paths } = Description.parse(JSON.parse((await api.call('GET', '/openapi.json')).text));
    const named = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const kept = ['agents', 'groups', 'workflows', 'templates'].flatMap((kind) => [
      ...['GET', 'POST'].map((method) => `${method} /api/v1/${kind}`),
      ...['GET', 'PUT', 'DELETE'].map((method) => `${method} /api/v1/${kind}/{id}`),
    ]);
    const session = ['', '/messages', '/events', '/report', '/stream'].map(
      (rest) => `GET /api/v1/sessions/{id}${rest}`,
    );
    expect(named).toEqual(
      expect.arrayContaining([
        ...kept,
        ...session,
        'GET /api/v1/sessions',
        'DELETE /api/v1/sessions/{id}',
        'POST /api/v1/sessions/{id}/control',
        'POST /api/v1/workflows/execute',
        'POST /api/v1/memory/ingest',
        'POST /api/v1/memory/query',
        'GET /api/v1/llm/providers',
      ]),
    );
  });
});
