import { MessageList } from '@council/contracts';
import { openTestDatabase, type TestDatabase } from '@council/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ApiClient, debateOn } from './api-client.js';
import { TEST_TIMEOUT_MS } from './eventually.js';
import { Gate } from './gate.js';
import { readSample } from './samples.js';
import { ScriptedUpstream } from './scripted-upstream.mjs';
import { SpawnedServer } from './spawned-server.mjs';
import { type SeenFrame, WatchedSocket } from './watched-socket.js';
import { WatchedStream } from './watched-stream.js';
import { EventList, textsOf, toFrames } from './wire-shapes.js';

jest.setTimeout(TEST_TIMEOUT_MS);

/** A model that waits for the test in the middle of its first words, so that nothing here depends on who is faster. */
const gate = new Gate();
const DEBATE = debateOn(readSample('examples/product-proposal.md'));
let database: TestDatabase;
let upstream: ScriptedUpstream;
let server: SpawnedServer;
const api = new ApiClient(() => server);
const sockets: WatchedSocket[] = [];

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

afterEach(async () => {
  gate.open();
  for (const socket of sockets.splice(0)) {
    expect(socket.strange).toEqual([]);
    await socket.close();
  }
});

async function connect(): Promise<WatchedSocket> {
  const socket = await WatchedSocket.open(api.port);
  sockets.push(socket);
  return socket;
}

/** A session that has begun, so that it is not offered any more to sockets that are opened from now on. */
async function begun(): Promise<string> {
  const uuid = await api.execute(DEBATE);
  await api.session(uuid, ({ status }) => status === 'running');
  return uuid;
}

async function subscribe(sessionUuid: string, since?: number): Promise<WatchedSocket> {
  const socket = await connect();
  socket.send({ cmd: 'subscribe', session_uuid: sessionUuid, ...(since === undefined ? {} : { since }) });
  return socket;
}

const framesOfLog = async (uuid: string): Promise<SeenFrame[]> =>
  toFrames(uuid, await api.get(EventList, `/sessions/${uuid}/events?limit=1000`));
const isDelta = (frame: SeenFrame): boolean => frame.event === 'token_stream';
const isDurable = (frame: SeenFrame): boolean => frame.data?.['seq'] !== undefined;
const seqOf = (frame: SeenFrame): number => Number(frame.data?.['seq']);

/** What the seats said, by the id of the turn; the end node says the report. */
async function spokenIn(uuid: string): Promise<ReadonlyMap<string, string>> {
  const { items } = await api.get(MessageList, `/sessions/${uuid}/messages`);
  const { text } = await api.call('GET', `/sessions/${uuid}/report?format=md`);
  return new Map([...items.map((item) => [`${item.node_id}#1`, item.content] as const), ['end#report', text]]);
}

describe('a socket that subscribes', () => {
  it('gets every durable frame once and in order, the text as it is spoken, and the end as the last', async () => {
    gate.close();
    const uuid = await begun();
    const socket = await subscribe(uuid, 0);
    await socket.until('the first words', isDelta);
    gate.open();
    await socket.completion(uuid);
    await socket.settle();
    const frames = socket.of(uuid);
    expect(frames.filter(isDurable)).toEqual(await framesOfLog(uuid));
    expect(frames.at(-1)).toMatchObject({ event: 'execution:completed', data: { status: 'completed' } });
    expect(frames.filter((frame) => frame.event === 'execution:completed')).toHaveLength(1);
    expect(frames.filter((frame) => !isDurable(frame) && !isDelta(frame))).toEqual([]);
    expect(textsOf(frames)).toEqual(await spokenIn(uuid));
  });

  it('in the middle of a turn gets its text so far from offset 0', async () => {
    gate.close();
    const uuid = await begun();
    const early = await subscribe(uuid, 0);
    await early.until('the first words', isDelta);
    const late = await subscribe(uuid, 0);
    expect(await late.until('the text so far', isDelta)).toMatchObject({ data: { offset: 0 } });
    gate.open();
    await Promise.all([early.completion(uuid), late.completion(uuid)]);
    expect(textsOf(late.of(uuid))).toEqual(textsOf(early.of(uuid)));
    expect(textsOf(late.of(uuid))).toEqual(await spokenIn(uuid));
  });

  it('again after its connection broke goes on where it stood', async () => {
    gate.close();
    const uuid = await begun();
    const first = await subscribe(uuid, 0);
    await first.until('the first words', isDelta);
    await first.settle();
    await first.close();
    const seen = first.of(uuid).filter(isDurable);
    gate.open();
    await api.ended(uuid);
    const second = await subscribe(uuid, seqOf(seen.at(-1) as SeenFrame));
    await second.completion(uuid);
    expect([...seen, ...second.of(uuid).filter(isDurable)]).toEqual(await framesOfLog(uuid));
    expect(seen.length).toBeGreaterThan(0);
  });

  it('sees nothing of other sessions, and nothing more after unsubscribing', async () => {
    gate.close();
    const mine = await begun();
    const [watcher, leaver] = [await subscribe(mine, 0), await subscribe(mine, 0)];
    await Promise.all([watcher, leaver].map((socket) => socket.until('the first words', isDelta)));
    leaver.send({ cmd: 'unsubscribe', session_uuid: mine });
    await leaver.settle();
    const left = leaver.frames.length;
    const other = await api.execute(DEBATE);
    gate.open();
    await Promise.all([api.ended(mine), api.ended(other), watcher.completion(mine)]);
    await Promise.all([watcher.settle(), leaver.settle()]);
    expect(watcher.of(other)).toEqual([]);
    expect(leaver.frames.slice(left).map((frame) => frame.event)).toEqual(['pong']);
  });
});

describe('a socket that never subscribes', () => {
  it('gets the sessions that start after it was opened, whole, and no others', async () => {
    gate.close();
    const before = await begun();
    const socket = await connect();
    const after = await api.execute(DEBATE);
    gate.open();
    await Promise.all([socket.completion(after), api.ended(before)]);
    await socket.settle();
    expect(socket.of(before)).toEqual([]);
    expect(socket.of(after).filter(isDurable)).toEqual(await framesOfLog(after));
    expect(textsOf(socket.of(after))).toEqual(await spokenIn(after));
  });

  it('loses them once it has chosen one', async () => {
    gate.close();
    const chosen = await begun();
    const socket = await connect();
    const unasked = await api.execute(DEBATE);
    await socket.until('the first words', isDelta);
    socket.send({ cmd: 'subscribe', session_uuid: chosen, since: 0 });
    await socket.until('the chosen session', (frame) => frame.data?.['session_uuid'] === chosen);
    const before = socket.of(unasked).length;
    gate.open();
    await Promise.all([socket.completion(chosen), api.ended(unasked)]);
    await socket.settle();
    expect(socket.of(unasked)).toHaveLength(before);
  });
});

describe('the stream of server-sent events', () => {
  it('carries the same frames, with an id on durable ones only and without a name', async () => {
    gate.close();
    const uuid = await api.execute(DEBATE);
    const stream = await WatchedStream.open(api.port, `/sessions/${uuid}/stream`);
    await stream.until('the first words', ({ frame }) => isDelta(frame));
    gate.open();
    await stream.completion();
    stream.close();
    const frames = stream.events.map(({ frame }) => frame);
    expect(frames.filter(isDurable)).toEqual(await framesOfLog(uuid));
    expect(textsOf(frames)).toEqual(await spokenIn(uuid));
    expect(frames.at(-1)?.event).toBe('execution:completed');
    for (const { fields, id, frame } of stream.events) {
      expect(fields).toEqual(isDurable(frame) ? ['id', 'data'] : ['data']);
      expect(id).toBe(isDurable(frame) ? String(seqOf(frame)) : null);
    }
  });

  it('goes on after the Last-Event-ID, and after ?since=', async () => {
    const uuid = await api.execute(DEBATE);
    await api.ended(uuid);
    const path = `/sessions/${uuid}/stream`;
    const all = await framesOfLog(uuid);
    const resumed = await WatchedStream.open(api.port, `${path}?since=1`, { 'last-event-id': '9' });
    const since = await WatchedStream.open(api.port, `${path}?since=9`);
    for (const stream of [resumed, since]) {
      await stream.completion();
      stream.close();
      expect(stream.events.map(({ frame }) => frame)).toEqual(all.filter((frame) => seqOf(frame) > 9));
    }
    const problem = api.refusal(await api.call('GET', path, undefined, { 'last-event-id': 'yesterday' }));
    expect([problem.status, problem.code]).toEqual([400, 'STREAM.LAST_EVENT_ID']);
  });
});
