import { GraphDefinition, Group, PricingList, Template, WorkflowListItem } from '@council/contracts';
import { SEEDED_AGENTS } from '@council/council-core';
import { openTestDatabase, type TestDatabase } from '@council/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { z } from 'zod';
import { NOBODY } from '../test/bad-request.js';
import { COUNCIL_DEBATE } from '../test/council-client.mjs';
import { drawGraph } from '../test/drawn-graphs.js';
import { callApp, type Method } from '../test/call-app.js';
import { AppModule } from './app.module.js';
import { createApp } from './create-app.js';

const INPUT = { document_content: '# Plan\n\nWe sell by post.\n' };

let database: TestDatabase;
let app: NestFastifyApplication;

beforeAll(async () => {
  database = await openTestDatabase({ DEEPSEEK_API_KEY: 'k', DASHSCOPE_API_KEY: 'k' });
  app = await createApp(await AppModule.forRoot(database.config), false);
  await app.init();
});

afterAll(async () => {
  await app.close();
  await database.close();
});

const call = (method: Method, path: string, body?: object, key?: string) =>
  callApp(app, method, path, body, key === undefined ? {} : { 'idempotency-key': key });

async function read<Schema extends z.ZodType>(schema: Schema, path: string): Promise<z.infer<Schema>> {
  const answer = await call('GET', path);
  expect(answer.status).toBe(200);
  return schema.parse(answer.body);
}

const debate = (): Promise<Template> => read(Template.strict(), `/templates/${COUNCIL_DEBATE}`);
const workflows = (): Promise<WorkflowListItem[]> => read(z.array(WorkflowListItem), '/workflows');
const instantiate = (body?: object, key?: string) =>
  call('POST', `/templates/${COUNCIL_DEBATE}/instantiate`, body, key);
const made = z.object({ workflow_uuid: z.uuid() });

describe('a template', () => {
  it('says how large it is and what it would cost, and where the price is not known, nothing', async () => {
    const template = await debate();
    expect(template).toMatchObject({ complexity: 'simple', usage_count: 0, tags: ['debate', 'verdict'] });
    const { low, expected, high } = template.estimated_cost_usd ?? { low: NaN, expected: NaN, high: NaN };
    expect(low).toBeGreaterThan(0);
    expect(expected).toBeGreaterThan(low);
    expect(high).toBeGreaterThan(expected);
    expect(high).toBeLessThanOrEqual(3 * low);
    const graph = drawGraph({
      end: { node_id: 'end', type: 'end', next_ids: [], properties: { provider: 'openrouter', model: 'm' } },
    });
    const { body } = await call('POST', '/templates', { name: 'Dear', graph, tags: ['mine'] });
    const unknown = Template.parse(body);
    expect(unknown).toMatchObject({ estimated_cost_usd: null, tags: ['mine'], category: 'custom', usage_count: 0 });
    await call('DELETE', `/templates/${unknown.template_uuid}`);
  });

  it('is priced anew when a price changes, although its range is remembered', async () => {
    const before = (await debate()).estimated_cost_usd;
    expect((await debate()).estimated_cost_usd).toEqual(before);
    const { items } = PricingList.parse((await call('GET', '/models/pricing')).body);
    const dearer = items.map(({ provider, model, input_per_1k, output_per_1k }) => ({
      ...{ provider, model },
      input_per_1k: input_per_1k * 2,
      output_per_1k: output_per_1k * 2,
    }));
    for (const price of dearer) expect((await call('PUT', '/models/pricing', price)).status).toBe(200);
    expect((await debate()).estimated_cost_usd?.expected).toBeCloseTo(2 * (before?.expected ?? NaN), 6);
    for (const price of dearer) expect((await call('DELETE', '/models/pricing', price)).status).toBe(204);
    expect((await debate()).estimated_cost_usd).toEqual(before);
  });

  it('is found by its category, and people may leave out what came with the product', async () => {
    const { body } = await call('POST', '/templates', { name: 'Mine', graph: drawGraph(), category: 'code_review' });
    const { template_uuid: mine } = Template.parse(body);
    const ids = async (query: string): Promise<string[]> =>
      (await read(z.array(Template), `/templates?${query}`)).map((template) => template.template_uuid);
    expect(await ids('include_system=false')).toEqual([mine]);
    expect(await ids('category=code_review')).toContain(mine);
    expect(await ids('category=code_review&include_system=false')).toEqual([mine]);
    expect(await ids('category=other&include_system=false')).toEqual([]);
    expect(await ids('include_system=true')).toEqual(expect.arrayContaining([mine, COUNCIL_DEBATE]));
    expect(await call('GET', '/templates?include_system=perhaps')).toMatchObject({
      status: 400,
      body: { issues: [{ path: 'include_system' }] },
    });
    expect((await call('DELETE', `/templates/${mine}`)).status).toBe(200);
  });

  it('that comes with the product cannot be changed or deleted', async () => {
    const before = await debate();
    const draft = { name: 'Mine now', graph: drawGraph() };
    for (const answer of [
      await call('PUT', `/templates/${COUNCIL_DEBATE}`, draft),
      await call('DELETE', `/templates/${COUNCIL_DEBATE}`),
    ]) {
      expect(answer).toMatchObject({ status: 403, body: { code: 'TEMPLATE.IS_SYSTEM' } });
    }
    expect(await debate()).toEqual(before);
  });
});

describe('a workflow made from a template', () => {
  it('is a copy under an id of its own, and the template counts it', async () => {
    const before = await debate();
    const first = await instantiate();
    const second = await call('POST', `/templates/${COUNCIL_DEBATE}/apply`, { workflow_name: 'Board debate' });
    expect([first.status, second.status]).toEqual([201, 201]);
    const ids = [first, second].map(({ body }) => made.parse(body).workflow_uuid);
    expect(new Set([...ids, before.graph.workflow_uuid]).size).toBe(3);
    expect(first.body).toEqual({ ...before.graph, workflow_uuid: ids[0], name: 'Council Debate' });
    expect(await call('GET', `/workflows/${ids[1] ?? ''}`)).toMatchObject({ status: 200, body: second.body as object });
    expect(second.body).toMatchObject({ name: 'Board debate' });
    expect(await debate()).toEqual({ ...before, usage_count: before.usage_count + 2 });
  });

  it('speaks Chinese where that is asked for, in its name and in its nodes', async () => {
    const { graph, translations } = await debate();
    const { status, body } = await instantiate({ language: 'zh' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ name: translations?.zh?.name, start_node_id: graph.start_node_id });
    const { nodes } = GraphDefinition.parse(body);
    expect(nodes).toMatchObject(
      Object.fromEntries(Object.entries(translations?.zh?.nodes ?? {}).map(([id, name]) => [id, { name }])),
    );
    expect(nodes['agent_adjudicator']?.name).not.toBe(graph.nodes['agent_adjudicator']?.name);
    expect(await instantiate({ language: 'fr' })).toMatchObject({ status: 422, body: { code: 'REQUEST.INVALID' } });
  });

  it('seats whom it is told to, and refuses whom nobody knows, with all that is wrong', async () => {
    const { body } = await instantiate({
      seats: { agent_adjudicator: SEEDED_AGENTS.surgeon, [SEEDED_AGENTS.affirmative]: SEEDED_AGENTS.adjudicator },
    });
    expect(body).toMatchObject({
      nodes: {
        agent_affirmative: { properties: { agent_uuid: SEEDED_AGENTS.adjudicator } },
        agent_negative: { properties: { agent_uuid: SEEDED_AGENTS.negative } },
        agent_adjudicator: { properties: { agent_uuid: SEEDED_AGENTS.surgeon } },
      },
    });
    const before = { list: await workflows(), template: await debate() };
    const refusal = await instantiate({
      seats: { nobody: SEEDED_AGENTS.surgeon, agent_negative: NOBODY },
      group_id: NOBODY,
    });
    expect(refusal).toMatchObject({
      status: 422,
      body: {
        code: 'TEMPLATE.SEAT',
        issues: [
          { path: 'seats.nobody', code: 'TEMPLATE.SEAT' },
          { path: 'seats.agent_negative', code: 'SESSION.AGENT_UNKNOWN' },
          { path: 'group_uuid', code: 'SESSION.GROUP_UNKNOWN' },
        ],
      },
    });
    expect((await call('POST', `/templates/${NOBODY}/instantiate`, {})).status).toBe(404);
    expect({ list: await workflows(), template: await debate() }).toEqual(before);
  });

  it('is made once for one Idempotency-Key', async () => {
    const before = await debate();
    const answers = await Promise.all([1, 2, 3].map(() => instantiate({ name: 'Once' }, 'make-once')));
    expect(new Set(answers.map(({ body }) => made.parse(body).workflow_uuid)).size).toBe(1);
    expect((await workflows()).filter(({ name }) => name === 'Once')).toHaveLength(1);
    expect((await debate()).usage_count).toBe(before.usage_count + 1);
  });

  it('belongs to the group that is named, goes with it, and is not missed by the template', async () => {
    const group = Group.parse((await call('POST', '/groups', { name: 'Board' })).body);
    const { body } = await instantiate({ group_uuid: group.group_uuid });
    const { workflow_uuid: id } = made.parse(body);
    expect((await call('GET', `/workflows/${id}`)).status).toBe(200);
    expect((await call('DELETE', `/groups/${group.group_uuid}`)).status).toBe(204);
    expect((await call('GET', `/workflows/${id}`)).status).toBe(404);
  });

  it('can be deleted, once; its template and its sessions stay', async () => {
    const { workflow_uuid: id } = made.parse((await instantiate()).body);
    const started = await call('POST', '/workflows/execute', { workflow_uuid: id, input: INPUT });
    const { session_uuid: session } = z.object({ session_uuid: z.uuid() }).parse(started.body);
    expect((await call('DELETE', `/workflows/${id}`)).status).toBe(204);
    expect(await call('DELETE', `/workflows/${id}`)).toMatchObject({
      status: 404,
      body: { code: 'WORKFLOW.NOT_FOUND' },
    });
    expect(await call('GET', `/sessions/${session}`)).toMatchObject({ status: 200, body: { workflow_uuid: id } });
    expect((await debate()).template_uuid).toBe(COUNCIL_DEBATE);
    await call('POST', `/sessions/${session}/control`, { action: 'stop' });
  });
});

describe('the count of uses', () => {
  it('counts sessions that were started from the template, and none that was refused', async () => {
    const before = await debate();
    const started = await call('POST', '/workflows/execute', { template_uuid: COUNCIL_DEBATE, input: INPUT });
    const { session_uuid: session } = z.object({ session_uuid: z.uuid() }).parse(started.body);
    expect((await call('POST', '/workflows/execute', { template_uuid: COUNCIL_DEBATE, input: {} })).status).toBe(422);
    expect(await debate()).toEqual({ ...before, usage_count: before.usage_count + 1 });
    await call('POST', `/sessions/${session}/control`, { action: 'stop' });
  });
});
