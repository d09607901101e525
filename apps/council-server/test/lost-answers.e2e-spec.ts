import { SessionForked, SessionList, SessionStarted } from '@council/contracts';
import { openTestDatabase, type TestDatabase } from '@council/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { COUNCIL_DEBATE, CouncilClient, type HttpAnswer } from './council-client.mjs';
import { SpawnedServer } from './spawned-server.mjs';
import { SteadyModel } from './steady-model.mjs';

let database: TestDatabase;
let model: SteadyModel;
let server: SpawnedServer;
const client = new CouncilClient(() => server.url);

/** `diesAtBirth`: the process kills itself between the commit that begins a session and its answer. */
const startServer = (diesAtBirth: boolean): Promise<SpawnedServer> =>
  SpawnedServer.start({
    environment: {
      ...database.environment,
      LLM_PROVIDER: 'custom',
      LLM_BASE_URL: model.baseUrl,
      LLM_MODEL: 'm',
      COUNCIL_LEASE_MS: '500',
      ...(diesAtBirth ? { COUNCIL_FAILPOINT: 'after-seq:1' } : {}),
    },
  });

beforeAll(async () => {
  database = await openTestDatabase();
  model = await SteadyModel.start(5);
  server = await startServer(true);
});
afterAll(async () => {
  await server.kill();
  await model.stop();
  await database.close();
});

const send = (path: string, body: object, key: string): Promise<HttpAnswer> =>
  client.ask('POST', `/api/v1${path}`, body, { 'idempotency-key': key });
const sessions = async (): Promise<readonly string[]> =>
  SessionList.parse(await client.get('/api/v1/sessions')).items.map(({ session_uuid }) => session_uuid);

/** The answer is lost with the server; the next one is asked the same, and then something else with the same key. */
async function sendTwice(path: string, body: object, other: object, key: string): Promise<HttpAnswer> {
  await expect(send(path, body, key)).rejects.toThrow('fetch failed');
  expect(await server.exited).toMatchObject({ signal: 'SIGKILL' });
  server = await startServer(false);
  const answer = await send(path, body, key);
  expect(answer).toMatchObject({ status: 202, isReplayed: true });
  expect(await send(path, other, key)).toMatchObject({ status: 422, body: { code: 'IDEMPOTENCY.KEY_REUSED' } });
  return answer;
}

describe('a request with a key, whose server dies after the session was kept and before it was answered', () => {
  const convening = {
    template_uuid: COUNCIL_DEBATE,
    input: { document_content: '# Plan\nThe archive moves in the second quarter.\n' },
  };
  let source: string;

  it('is answered with that session when it comes again, and starts no other', async () => {
    const other = { ...convening, title: 'Another' };
    const answer = await sendTwice('/workflows/execute', convening, other, 'convene');
    source = SessionStarted.strict().parse(answer.body).session_uuid;
    expect(await client.untilEnded(source)).toMatchObject({ status: 'completed', outcome: 'full' });
    expect(await sessions()).toEqual([source]);
    expect(model.journal).toHaveLength(3);
  });

  it('is so when it forks, too', async () => {
    await server.stop();
    server = await startServer(true);
    const answer = await sendTwice(`/sessions/${source}/fork`, { seq: 5 }, { seq: 6 }, 'fork');
    const { session_uuid, forked_from } = SessionForked.strict().parse(answer.body);
    expect(forked_from.session_uuid).toBe(source);
    expect(await client.untilEnded(session_uuid)).toMatchObject({ status: 'completed', outcome: 'full' });
    expect(await sessions()).toEqual([session_uuid, source]);
  });
});
