import { Agent, ControlResult, Group, SessionList } from '@council/contracts';
import { SEEDED_AGENTS } from '@council/council-core';
import { openTestDatabase, type TestDatabase } from '@council/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ApiClient, debateOn } from './api-client.js';
import { TEST_TIMEOUT_MS } from './eventually.js';
import { Gate } from './gate.js';
import { ScriptedUpstream } from './scripted-upstream.mjs';
import { SpawnedServer } from './spawned-server.mjs';
import { WatchedSocket } from './watched-socket.js';
import { EventList } from './wire-shapes.js';

jest.setTimeout(TEST_TIMEOUT_MS);

/** A model that waits for the test lets a session be steered at a moment that the test chooses. */
const gate = new Gate();
const DEBATE = debateOn(
  '# Move the archive\nThe archive moves in the second quarter.\nNobody has measured the copy.\n',
);
const UNKNOWN = '00000000-0000-4000-8000-000000000000';
let database: TestDatabase;
let upstream: ScriptedUpstream;
let server: SpawnedServer;
let socket: WatchedSocket;
const api = new ApiClient(() => server);

beforeAll(async () => {
  database = await openTestDatabase();
  upstream = await ScriptedUpstream.start(gate.speak);
  const model = { LLM_PROVIDER: 'custom', LLM_MODEL: 'gated', LLM_BASE_URL: upstream.baseUrl };
  server = await SpawnedServer.start({ environment: { ...database.environment, ...model } });
});

afterAll(async () => {
  await server.stop();
  await upstream.stop();
  await database.close();
});

beforeEach(async () => {
  gate.close();
  socket = await WatchedSocket.open(api.port);
});

afterEach(async () => {
  gate.open();
  expect(socket.strange).toEqual([]);
  await socket.close();
});

/** A session whose two sides are in the middle of their first words. */
async function speaking(more: object = {}): Promise<string> {
  const uuid = await api.execute({ ...DEBATE, ...more });
  for (const node of ['agent_affirmative', 'agent_negative']) {
    await socket.until(`the first words of ${node}`, (frame) => {
      return frame.event === 'token_stream' && frame.node_id === node && frame.data?.['session_uuid'] === uuid;
    });
  }
  return uuid;
}

async function control(uuid: string, action: string): Promise<string> {
  const answer = await api.call('POST', `/sessions/${uuid}/control`, { action });
  if (answer.status === 200) return api.read(ControlResult, 200, answer).status;
  const { status, code } = api.refusal(answer);
  return `${status} ${code}`;
}

const turnsOf = async (uuid: string): Promise<string[]> =>
  (await api.get(EventList, `/sessions/${uuid}/events`)).events
    .filter(({ event }) => event === 'message:completed')
    .map(({ node_id = '' }) => node_id);

describe('a running session', () => {
  it('is not deleted, and has no report yet', async () => {
    const uuid = await speaking();
    const deletion = api.refusal(await api.call('DELETE', `/sessions/${uuid}`));
    expect([deletion.status, deletion.code]).toEqual([409, 'SESSION.RUNNING']);
    const report = api.refusal(await api.call('GET', `/sessions/${uuid}/report`));
    expect([report.status, report.code]).toEqual([409, 'REPORT.NOT_READY']);
    gate.open();
    expect(await api.ended(uuid)).toMatchObject({ status: 'completed', engine: { kind: 'model' } });
    expect((await api.call('DELETE', `/sessions/${uuid}`)).status).toBe(204);
  });

  it('that is paused lets its sides finish and begins no other turn, until it is resumed', async () => {
    const uuid = await speaking();
    expect(await control(uuid, 'pause')).toBe('paused');
    expect(await control(uuid, 'pause')).toBe('paused');
    gate.open();
    await api.session(uuid, ({ seats }) => seats.filter(({ state }) => state === 'done').length === 2);
    expect((await turnsOf(uuid)).toSorted()).toEqual(['agent_affirmative', 'agent_negative']);
    expect(await api.session(uuid, () => true)).toMatchObject({ status: 'paused', ended_at: null });
    expect(socket.of(uuid).map(({ event }) => event)).not.toContain('execution:completed');
    expect(await control(uuid, 'resume')).toBe('running');
    expect(await api.ended(uuid)).toMatchObject({ status: 'completed', outcome: 'full' });
    await socket.completion(uuid);
    const events = socket.of(uuid).map(({ event }) => event);
    expect(events.filter((event) => /paused|resumed/.test(event))).toEqual(['execution:paused', 'execution:resumed']);
    expect(await turnsOf(uuid)).toHaveLength(3);
  });

  it('that is stopped ends cancelled at once, its calls cut', async () => {
    const uuid = await speaking();
    expect(await control(uuid, 'stop')).toMatch(/^(running|cancelled)$/);
    // The gate is still closed: nobody waits for the answers.
    expect(await api.ended(uuid)).toMatchObject({ status: 'cancelled', outcome: null });
    expect(await turnsOf(uuid)).toEqual([]);
    expect(await socket.completion(uuid)).toMatchObject({ data: { status: 'cancelled' } });
    expect(await control(uuid, 'stop')).toBe('cancelled');
    expect([await control(uuid, 'pause'), await control(uuid, 'resume')]).toEqual([
      '409 SESSION.WRONG_STATE',
      '409 SESSION.WRONG_STATE',
    ]);
  });

  it('keeps its group from being deleted', async () => {
    const { group_uuid } = await api.post(Group, '/groups', { name: 'At work' });
    const uuid = await speaking({ group_uuid });
    const refusal = api.refusal(await api.call('DELETE', `/groups/${group_uuid}`));
    expect([refusal.status, refusal.code]).toEqual([409, 'GROUP.IN_USE']);
    gate.open();
    expect(await api.ended(uuid)).toMatchObject({ status: 'completed', group_uuid });
    expect((await api.call('DELETE', `/groups/${group_uuid}`)).status).toBe(204);
    expect((await api.call('GET', `/sessions/${uuid}`)).status).toBe(404);
  });
});

describe('the commands of a socket', () => {
  it('ping: pong', async () => {
    expect(Object.keys(await socket.ask({ cmd: 'ping' }, 'pong')).toSorted()).toEqual(['event', 'timestamp']);
  });

  it('start_session, pause_session and resume_session do what the API does', async () => {
    const started = await socket.ask({ cmd: 'start_session', data: DEBATE }, 'session:started');
    const uuid = String(started.data?.['session_uuid']);
    await socket.until('the first words', (frame) => frame.event === 'token_stream');
    await socket.ask({ cmd: 'pause_session', data: { session_uuid: uuid } }, 'execution:paused');
    expect(await api.session(uuid, () => true)).toMatchObject({ status: 'paused' });
    await socket.ask({ cmd: 'resume_session', data: { session_id: uuid } }, 'execution:resumed');
    gate.open();
    await socket.completion(uuid);
    await socket.settle();
    const seqs = socket.of(uuid).flatMap(({ data }) => (data?.['seq'] === undefined ? [] : [Number(data['seq'])]));
    expect(seqs).toEqual([...new Set(seqs)].toSorted((left, right) => left - right));
    expect((await api.session(uuid, () => true)).status).toBe('completed');
  });

  it.each([
    ['no JSON', '{"cmd":', 'COMMAND.MALFORMED'],
    ['bytes', Buffer.from('{"cmd":"ping"}'), 'COMMAND.MALFORMED'],
    ['no object', '7', 'COMMAND.INVALID'],
    ['no command', {}, 'COMMAND.INVALID'],
    ['an unknown command', { cmd: 'explode' }, 'COMMAND.INVALID'],
    ['a subscription to no session', { cmd: 'subscribe' }, 'COMMAND.INVALID'],
    ['a wrong uuid', { cmd: 'subscribe', session_uuid: 'last' }, 'COMMAND.INVALID'],
    ['a negative since', { cmd: 'subscribe', session_uuid: UNKNOWN, since: -1 }, 'COMMAND.INVALID'],
    ['an unknown session', { cmd: 'subscribe', session_uuid: UNKNOWN }, 'SESSION.NOT_FOUND'],
    ['a pause of an unknown session', { cmd: 'pause_session', data: { session_uuid: UNKNOWN } }, 'SESSION.NOT_FOUND'],
    ['nothing asked', { cmd: 'start_session', data: { ...DEBATE, input: {} } }, 'SESSION.NOTHING_ASKED'],
    [
      'an unknown template',
      { cmd: 'start_session', data: { ...DEBATE, template_uuid: UNKNOWN } },
      'TEMPLATE.NOT_FOUND',
    ],
    ['words for no session', { cmd: 'user_input', data: { content: 'hello' } }, 'COMMAND.INVALID'],
  ])('%s: an error frame with its code, and the socket lives on', async (_what, command, code) => {
    const before = await api.get(SessionList, '/sessions?limit=100');
    const refusal = await socket.ask(command, 'error');
    expect(refusal.data).toMatchObject({ code, error: expect.stringMatching(/\w/) });
    await socket.settle();
    expect(await api.get(SessionList, '/sessions?limit=100')).toEqual(before);
  });
});

/** The last, because an agent that was edited has lost its way to the default model. */
describe('an agent that is edited while it speaks', () => {
  it('goes on as it was when the session began', async () => {
    const agent = `/agents/${SEEDED_AGENTS.adjudicator}`;
    const before = await api.get(Agent, agent);
    const uuid = await speaking();
    await api.put(Agent, agent, { ...before, name: 'Somebody else' });
    gate.open();
    const { seats, status } = await api.ended(uuid);
    expect([status, seats.map(({ name }) => name)]).toEqual(['completed', expect.arrayContaining([before.name])]);
    expect(seats.map(({ name }) => name)).not.toContain('Somebody else');
    const next = api.refusal(await api.call('POST', '/workflows/execute', DEBATE));
    expect([next.code, next.issues?.map(({ node_id }) => node_id)]).toEqual([
      'SESSION.SEAT_WITHOUT_MODEL',
      ['agent_adjudicator'],
    ]);
  });
});
