import { openTestDatabase, type TestDatabase } from '@council/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { z } from 'zod';
import { ApiClient, debateOn } from './api-client.js';
import { TEST_TIMEOUT_MS } from './eventually.js';
import { SpawnedServer } from './spawned-server.mjs';
import { ScriptedUpstream } from './scripted-upstream.mjs';
import { SteadyModel } from './steady-model.mjs';
import { type SeenFrame, WatchedSocket } from './watched-socket.js';

jest.setTimeout(TEST_TIMEOUT_MS);

/** A client that was written for the reference opens `/ws`, subscribes to nothing, and reads these fields of `data`. */
const ids = { node_id: z.string().min(1), agent_id: z.string().min(1) };
const READ: Readonly<Record<string, z.ZodObject>> = {
  token_stream: z.object({ ...ids, agent_id: z.string().nullable(), chunk: z.string().min(1) }),
  node_state_change: z.object({ status: z.enum(['running', 'completed', 'failed', 'skipped', 'suspended']) }),
  'node:parallel_start': z.object({ branches: z.array(z.string()).min(1) }),
  token_usage: z.object({
    ...ids,
    input_tokens: z.int().positive(),
    output_tokens: z.int().positive(),
    estimated_cost_usd: z.number().min(0),
  }),
  'execution:paused': z.object({ reason: z.string().min(1) }),
  'execution:completed': z.object({ status: z.enum(['completed', 'failed', 'cancelled']) }),
  human_interaction_required: z.object({ reason: z.string().min(1), timeout: z.number().min(0) }),
  node_resumed: z.object({ review_action: z.string().min(1), reviewer: z.string().min(1) }),
  tool_execution: z.object({ ...ids, tool: z.string().min(1), input: z.string(), output: z.string() }),
  error: z.object({ error: z.string().min(1) }),
};
/** Those that are about a node: it stands in the envelope and in `data` alike. */
const OF_A_NODE = [
  'token_stream',
  'node_state_change',
  'node:parallel_start',
  'token_usage',
  'human_interaction_required',
  'node_resumed',
  'tool_execution',
];
const COUNCIL_OPTIMIZE = 'c2264ddd-eb82-579e-9e40-36bba8d9924c';
const DOCUMENT = '# Move the archive\nThe archive moves in the second quarter.\nNobody has measured the copy.\n';
let database: TestDatabase;
let server: SpawnedServer;
let socket: WatchedSocket;
const api = new ApiClient(() => server);

async function startWith(baseUrl: string): Promise<void> {
  database = await openTestDatabase();
  const llm = { LLM_PROVIDER: 'custom', LLM_MODEL: 'steady', LLM_BASE_URL: baseUrl };
  server = await SpawnedServer.start({ environment: { ...database.environment, ...llm } });
}

async function stopServer(): Promise<void> {
  await server.stop();
  await database.close();
}

beforeEach(async () => {
  socket = await WatchedSocket.open(api.port);
});

afterEach(async () => {
  expect(socket.strange).toEqual([]);
  await socket.close();
});

/** The events that were seen, each with every field that is read of it. */
function readAll(frames: readonly SeenFrame[]): Set<string> {
  for (const frame of frames) {
    const { event, node_id, data } = frame;
    expect(Date.parse(frame.timestamp)).not.toBeNaN();
    READ[event]?.parse(data);
    if (OF_A_NODE.includes(event))
      expect([event, node_id, node_id]).toEqual([event, expect.any(String), data?.['node_id']]);
  }
  return new Set(frames.map(({ event }) => event));
}

describe('a council that mends a document', () => {
  let model: SteadyModel;
  beforeAll(async () => {
    model = await SteadyModel.start(0);
    await startWith(model.baseUrl);
  });
  afterAll(async () => {
    await stopServer();
    await model.stop();
  });

  it('sends every event of a run with every field, and hears what is said to it', async () => {
    const input = { document_content: DOCUMENT, optimization_objective: 'Is it realistic?' };
    const uuid = await api.execute({ template_uuid: COUNCIL_OPTIMIZE, input });
    const seen = (event: string) =>
      socket.until(event, (frame) => frame.event === event && frame.data?.['session_uuid'] === uuid);
    await seen('human_interaction_required');
    expect(await socket.ask({ cmd: 'ping' }, 'pong')).toMatchObject({ event: 'pong' });
    socket.send({ cmd: 'user_input', data: { content: 'Mind the flood of May.', session_id: uuid } });
    expect((await seen('user:message')).data).toMatchObject({ content: 'Mind the flood of May.' });
    for (const action of ['pause', 'resume']) await api.call('POST', `/sessions/${uuid}/control`, { action });
    await seen('execution:paused');
    const exit = { node_id: 'human_review', action: 'exit' };
    expect((await api.call('POST', `/sessions/${uuid}/review`, exit)).status).toBe(200);
    expect((await socket.completion(uuid)).data).toMatchObject({ status: 'completed' });
    const frames = socket.of(uuid);
    const events = readAll(frames);
    expect([...events]).toEqual(expect.arrayContaining(Object.keys(READ).filter((event) => event !== 'error')));
    expect(events).not.toContain('error');
    expect(frames.at(-1)?.event).toBe('execution:completed');
    const states = frames.filter(({ event }) => event === 'node_state_change').map(({ data }) => data?.['status']);
    expect(new Set(states)).toEqual(new Set(['running', 'suspended', 'completed']));
    const tools = frames.filter(({ event }) => event === 'tool_execution').map(({ data }) => data?.['tool']);
    expect(tools).toEqual(['read_file', 'write_file']);
  });

  it('names the branches of a node that forks', async () => {
    const uuid = await api.execute(debateOn(DOCUMENT));
    await socket.completion(uuid);
    const forks = socket.of(uuid).filter(({ event }) => event === 'node:parallel_start');
    expect(forks.map(({ node_id, data }) => [node_id, data?.['branches']])).toEqual([
      ['parallel_analysis', ['agent_affirmative', 'agent_negative']],
    ]);
  });
});

describe('a council whose model refuses', () => {
  let upstream: ScriptedUpstream;
  beforeAll(async () => {
    upstream = await ScriptedUpstream.start((response) => response.writeHead(401).end('{"error":{"message":"no"}}'));
    await startWith(upstream.baseUrl);
  });
  afterAll(async () => {
    await stopServer();
    await upstream.stop();
  });

  it('says what went wrong, at which node, before the end that says failed', async () => {
    const uuid = await api.execute(debateOn(DOCUMENT));
    expect((await socket.completion(uuid)).data).toMatchObject({ status: 'failed' });
    const frames = socket.of(uuid);
    expect([...readAll(frames)]).toEqual(expect.arrayContaining(['error', 'execution:completed']));
    const errors = frames.filter(({ event }) => event === 'error');
    expect(errors.map(({ node_id }) => node_id)).toEqual(expect.arrayContaining(['agent_affirmative']));
    const failed = frames.filter(({ data }) => data?.['status'] === 'failed' && data['node_id'] !== undefined);
    expect(failed.length).toBeGreaterThan(0);
  });
});
