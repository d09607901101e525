import { openTestDatabase, type TestDatabase } from '@council/testing';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { z } from 'zod';
import { ApiClient } from './api-client.js';
import { NOBODY } from './bad-request.js';
import { TEST_TIMEOUT_MS } from './eventually.js';
import {
  AgentRead,
  EstimateRead,
  GeneratedRead,
  GraphRead,
  GroupRead,
  ProvidersRead,
  ReferenceClient,
  TemplateRead,
} from './reference-client.js';
import { SpawnedServer } from './spawned-server.mjs';

jest.setTimeout(TEST_TIMEOUT_MS);

/** A client that was written for the reference: its factory of agents, its groups, its builder. */
let database: TestDatabase;
let server: SpawnedServer;
const api = new ApiClient(() => server);
const client = new ReferenceClient(api);

beforeAll(async () => {
  database = await openTestDatabase();
  server = await SpawnedServer.start(database);
});

afterAll(async () => {
  await server.stop();
  await database.close();
});

const AGENT = {
  name: 'Auditor',
  avatar: '🤖',
  description: '',
  persona_prompt: 'You audit.',
  model_config: { provider: 'openai', model: 'gpt-4o', temperature: 0.7, top_p: 1, max_tokens: 4096 },
  capabilities: { web_search: true, search_provider: 'tavily', code_execution: false },
};
const DEFENDER = 'a5317f00-f528-5d43-a733-85c5b531a2e3';

describe('agents', () => {
  const listed = () => client.reads(z.array(AgentRead), 200, 'GET', '/agents');
  const named = async (name: string) => (await listed()).find((agent) => agent.name === name);

  it('are listed with every field that a card and the drawer read', async () => {
    const agents = await listed();
    expect(agents.map(({ agent_uuid }) => agent_uuid)).toContain(DEFENDER);
  });

  it('are hired, changed and let go', async () => {
    await client.succeeds(201, 'POST', '/agents', AGENT);
    const made = await named(AGENT.name);
    const { description, ...card } = AGENT;
    expect(made).toMatchObject(card);
    const one = `/agents/${made?.agent_uuid ?? ''}`;
    const edited = { ...card, description, name: 'Chief auditor', agent_uuid: made?.agent_uuid };
    const put = await client.reads(AgentRead, 200, 'PUT', one, edited);
    expect(put).toMatchObject({ agent_uuid: made?.agent_uuid, name: 'Chief auditor' });
    await client.succeeds(204, 'DELETE', one);
    expect(await named('Chief auditor')).toBeUndefined();
  });

  it('that cannot be kept or found are refused in words', async () => {
    expect(await client.refused('POST', '/agents', { ...AGENT, name: '' })).toBe('422 REQUEST.INVALID');
    expect(await client.refused('PUT', `/agents/${NOBODY}`, AGENT)).toBe('404 AGENT.NOT_FOUND');
    expect(await client.refused('DELETE', '/agents/mine')).toBe('400 REQUEST.MALFORMED');
  });
});

describe('groups', () => {
  it('are listed, founded, changed as a whole and dissolved', async () => {
    const group = { name: 'Board', icon: '🏛️', system_prompt: 'Be brief.', default_agent_uuids: [DEFENDER] };
    const made = await client.reads(GroupRead, 201, 'POST', '/groups', group);
    expect(made).toMatchObject(group);
    const one = `/groups/${made.group_uuid}`;
    const whole = { ...made, name: 'Panel', default_agent_uuids: [] };
    expect(await client.reads(GroupRead, 200, 'PUT', one, whole)).toEqual(whole);
    expect(await client.reads(z.array(GroupRead), 200, 'GET', '/groups')).toContainEqual(whole);
    await client.succeeds(204, 'DELETE', one);
    expect(await client.refused('PUT', one, whole)).toBe('404 GROUP.NOT_FOUND');
  });
});

describe('providers', () => {
  it('are listed with their models', async () => {
    const { providers } = await client.reads(ProvidersRead, 200, 'GET', '/llm/providers');
    expect(providers.find(({ provider_id }) => provider_id === 'openai')?.models).toContain('gpt-4o');
  });
});

describe('templates', () => {
  const listed = () => client.reads(z.array(TemplateRead), 200, 'GET', '/templates');

  it('are listed with whole graphs, whose keys are the ids of their nodes', async () => {
    const templates = await listed();
    expect(templates.filter(({ is_system }) => is_system).length).toBeGreaterThanOrEqual(2);
    for (const { graph } of templates) {
      expect(Object.keys(graph.nodes)).toEqual(Object.values(graph.nodes).map(({ node_id }) => node_id));
      expect(Object.keys(graph.nodes)).toContain(graph.start_node_id);
    }
  });

  it('are saved from the canvas and deleted with 200; those of the system are not', async () => {
    const [system] = (await listed()).filter(({ is_system }) => is_system);
    const draft = { name: 'Mine', description: '', category: 'quick_decision', graph: system?.graph };
    await client.succeeds(201, 'POST', '/templates', draft);
    const mine = (await listed()).find(({ is_system }) => !is_system);
    expect(mine).toMatchObject({ name: 'Mine', category: 'quick_decision' });
    expect(mine?.graph.nodes).toEqual(system?.graph.nodes);
    await client.succeeds(200, 'DELETE', `/templates/${mine?.template_uuid ?? ''}`);
    expect(await client.refused('DELETE', `/templates/${system?.template_uuid ?? ''}`)).toBe('403 TEMPLATE.IS_SYSTEM');
  });
});

describe('workflows', () => {
  /** As the canvas has it: the id of a node is under `id`. */
  const canvas = (graph: GraphRead) => ({
    id: 'draft',
    name: 'draft',
    description: 'draft',
    start_node_id: graph.start_node_id,
    nodes: Object.fromEntries(
      Object.entries(graph.nodes).map(([id, { node_id, ...node }]) => [id, { id: node_id, ...node }]),
    ),
  });
  const debate = async (): Promise<GraphRead> => {
    const templates = await client.reads(z.array(TemplateRead), 200, 'GET', '/templates');
    return GraphRead.parse(templates.find(({ name }) => name === 'Council Debate')?.graph);
  };

  it('are saved, opened and saved again', async () => {
    const { nodes, start_node_id } = await debate();
    const draft = { name: 'Mine', description: '', nodes, start_node_id };
    const made = await client.reads(GraphRead, 201, 'POST', '/workflows', draft);
    expect(made).toMatchObject(draft);
    const one = `/workflows/${made.workflow_uuid}`;
    const again = { ...made, name: 'Ours' };
    expect(await client.reads(GraphRead, 200, 'PUT', one, again)).toEqual(again);
    expect(await client.reads(GraphRead, 200, 'GET', one)).toEqual(again);
    expect(await client.refused('PUT', `/workflows/${NOBODY}`, again)).toBe('404 WORKFLOW.NOT_FOUND');
    expect(await client.refused('GET', `/workflows/${NOBODY}`)).toBe('404 WORKFLOW.NOT_FOUND');
  });

  it('are kept with the whole data of a canvas in their properties, without what only says how it draws', async () => {
    const { nodes, start_node_id } = await debate();
    const drawn = Object.fromEntries(
      Object.entries(nodes).map(([id, node]) => {
        const { name, type, next_ids } = node;
        const data = { ...node.properties, label: name, name, type, node_id: id, next_ids, status: 'pending' };
        return [id, { ...node, properties: data }];
      }),
    );
    const draft = { name: 'Mine', description: '', nodes: drawn, start_node_id };
    const kept = await client.reads(GraphRead, 201, 'POST', '/workflows', draft);
    expect(kept.nodes).toEqual(nodes);
    const misspelt = { ...nodes, start: { ...nodes['start'], properties: { labels: 'Begin' } } };
    expect(await client.refused('POST', '/workflows', { ...draft, nodes: misspelt })).toBe('422 GRAPH.INVALID');
  });

  it('are estimated as the canvas draws them', async () => {
    const graph = await debate();
    const drawn = await client.reads(EstimateRead, 200, 'POST', '/workflows/estimate', canvas(graph));
    expect(drawn).toEqual(await client.reads(EstimateRead, 200, 'POST', '/workflows/estimate', graph));
    expect(Object.keys(drawn.agent_breakdown)).toContain('Chief Justice');
  });

  it('that are not drawn to their end have no estimate, in words', async () => {
    const empty = { id: 'draft', name: 'draft', description: 'draft', start_node_id: 'start', nodes: {} };
    expect(await client.refused('POST', '/workflows/estimate', empty)).toBe('422 GRAPH.START_MISSING');
    const nameless = { ...empty, nodes: { start: { type: 'start', name: '', next_ids: [], properties: {} } } };
    expect(await client.refused('POST', '/workflows/estimate', nameless)).toBe('422 REQUEST.INVALID');
  });

  it('are made from a sentence, for the wizard, and can be saved as they are', async () => {
    const made = await client.reads(GeneratedRead, 200, 'POST', '/workflows/generate', {
      prompt: 'Two sides, a judge.',
    });
    expect(made.similar_templates.length).toBeGreaterThan(0);
    await client.reads(GraphRead, 201, 'POST', '/workflows', made.graph);
    expect(await client.refused('POST', '/workflows/generate', { prompt: '' })).toBe('422 REQUEST.INVALID');
  });
});
