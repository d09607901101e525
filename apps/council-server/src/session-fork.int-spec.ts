import {
  type ChainedEvent,
  Ledger,
  type Report,
  type SessionExport,
  SessionForked,
  SessionStarted,
  SessionTimeline,
  SessionView,
} from '@council/contracts';
import { SessionLogs, SessionRebuilder } from '@council/council';
import { isTerminal, SEEDED_AGENTS } from '@council/council-core';
import { graphOf, judgement, openTestDatabase, type TestDatabase } from '@council/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { debateOn } from '../test/api-client.js';
import { eventually } from '../test/eventually.js';
import { type RawReply, RawUpstream } from '../test/fault-grid/raw-upstream.js';
import { callApp, type Method } from '../test/call-app.js';
import { AppModule } from './app.module.js';
import { createApp } from './create-app.js';

let database: TestDatabase;
let app: NestFastifyApplication;
let upstream: RawUpstream;
/** What was asked, in order: the model, and all that it was told. */
let asked: { readonly model: string; readonly prompt: string }[] = [];
/** Models that do not answer before they are let go. */
const held = new Map<string, () => void>();
const hold = new Set<string>();

const answers: RawReply = (socket, { model, body }) => {
  asked.push({ model, prompt: JSON.stringify(body.messages) });
  const text =
    model === 'judge'
      ? judgement([80, 70, 60])
      : model === 'other-judge'
        ? judgement([20, 30, 40])
        : `I am ${model}. [Ref: L1]`;
  const line = (value: object): string => `data: ${JSON.stringify(value)}\n\n`;
  const send = (): unknown =>
    socket.end(
      'HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\n' +
        line({ choices: [{ index: 0, delta: { content: text }, finish_reason: null }] }) +
        line({ choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] }) +
        line({ choices: [], usage: { prompt_tokens: 100, completion_tokens: 10 } }) +
        'data: [DONE]\n\n',
    );
  if (hold.has(model)) held.set(model, send);
  else send();
};

beforeAll(async () => {
  upstream = await RawUpstream.start(answers);
  const model = { LLM_PROVIDER: 'custom', LLM_MODEL: 'one', LLM_BASE_URL: upstream.baseUrl };
  database = await openTestDatabase(model);
  app = await createApp(await AppModule.forRoot(database.config), false);
  await app.init();
});
afterAll(async () => {
  await app.close();
  await upstream.stop();
  await database.close();
});

const call = (method: Method, path: string, body?: object, more?: Record<string, string>) =>
  callApp(app, method, path, body, more);
const session = async (id: string): Promise<SessionView> =>
  SessionView.strict().parse((await call('GET', `/sessions/${id}`)).body);
const ended = (id: string): Promise<SessionView> =>
  eventually(`the end of ${id}`, async () => {
    const view = await session(id);
    return isTerminal(view.status) ? view : undefined;
  });
const report = async (id: string): Promise<Report> =>
  (await call('GET', `/sessions/${id}/report?format=json`)).body as Report;
const logOf = async (id: string): Promise<readonly ChainedEvent[]> => (await app.get(SessionLogs).load(id)).events;
const ledger = async (id: string): Promise<Ledger> =>
  Ledger.strict().parse((await call('GET', `/sessions/${id}/ledger`)).body);

const by = (model: string) => ({ provider: 'custom', model });
const MODELS = {
  [SEEDED_AGENTS.affirmative]: by('pro'),
  [SEEDED_AGENTS.negative]: by('con'),
  [SEEDED_AGENTS.adjudicator]: by('judge'),
};
const MODELS_OF_ONE = { [SEEDED_AGENTS.affirmative]: by('pro') };
async function start(overrides: object = MODELS): Promise<string> {
  const { status, body } = await call('POST', '/workflows/execute', debateOn('# Plan\nWe move.\n', { overrides }));
  expect([status, body]).toMatchObject([202, {}]);
  const { session_uuid } = SessionStarted.parse(body);
  return session_uuid;
}
const fork = (id: string, request: object, headers?: Record<string, string>) =>
  call('POST', `/sessions/${id}/fork`, request, headers);
async function forked(id: string, request: object): Promise<SessionForked> {
  const { status, body } = await fork(id, request);
  expect([status, body]).toMatchObject([202, { status: 'started' }]);
  return SessionForked.strict().parse(body);
}
const seatNode = async (id: string, agent: string): Promise<string> =>
  (await session(id)).seats.find(({ agent_uuid }) => agent_uuid === agent)?.node_id ?? '';

/** The projections are made again, and are what they were. */
async function expectRebuilt(id: string): Promise<void> {
  const tables = async (): Promise<unknown> =>
    Promise.all(
      [
        `SELECT to_jsonb(sessions) - 'updated_at' AS row FROM sessions WHERE session_uuid = $1`,
        'SELECT * FROM session_messages WHERE session_uuid = $1 ORDER BY seq',
        'SELECT * FROM session_files WHERE session_uuid = $1 ORDER BY path, version',
        'SELECT * FROM session_reviews WHERE session_uuid = $1 ORDER BY requested_at',
      ].map((text) => app.get(DataSource).query<unknown[]>(text, [id])),
    );
  const before = await tables();
  await app.get(SessionRebuilder).rebuild(id);
  expect(await tables()).toEqual(before);
}

describe('a fork', () => {
  it('from any event ends as the session did, and pays only what had not been spoken', async () => {
    const source = await start();
    expect((await ended(source)).usage.output_tokens).toBe(30);
    const [log, whole] = [await logOf(source), await report(source)];
    const ends = await app
      .get(DataSource)
      .query<{ seq: number; append_end: number }[]>(
        'SELECT seq, append_end FROM session_events WHERE session_uuid = $1 ORDER BY seq',
        [source],
      );
    let forks = 0;
    for (const { seq } of log) {
      asked = [];
      const { status, body } = await fork(source, { seq });
      if (status === 409) {
        expect([ends[seq - 1]?.append_end, body]).toMatchObject([log.length, { code: 'FORK.NOTHING_LEFT' }]);
        continue;
      }
      forks += 1;
      const { session_uuid, forked_from } = SessionForked.parse(body);
      const { usage, ...view } = await ended(session_uuid);
      expect(view).toMatchObject({ status: 'completed', outcome: 'full', forked_from });
      expect(forked_from.seq).toBeGreaterThanOrEqual(seq);
      const kept = log.slice(0, forked_from.seq);
      const unspoken = 3 - kept.filter(({ event }) => event === 'message:completed').length;
      expect(asked).toHaveLength(unspoken);
      expect({ ...(await report(session_uuid)), usage: null }).toEqual({ ...whole, usage: null });
      expect(usage).toMatchObject({ input_tokens: unspoken * 100, output_tokens: unspoken * 10 });
      const { items, totals } = await ledger(session_uuid);
      expect([items.length, totals.attempts, totals.output_tokens]).toEqual([3, unspoken, usage.output_tokens]);
      expect(items.filter(({ is_inherited }) => is_inherited)).toHaveLength(3 - unspoken);
      const verified = await app.get(SessionLogs).verify(session_uuid);
      expect(verified).toMatchObject({ is_intact: true, unchained_before: null });
      const [first] = await logOf(session_uuid);
      const head_hash = log[forked_from.seq - 1]?.hash;
      expect(first?.data).toMatchObject({ forked_from: { session_uuid: source, seq: forked_from.seq, head_hash } });
    }
    expect(forks).toBe(ends.filter(({ append_end }) => append_end < log.length).length);
    expect(forks).toBeGreaterThan(20);
    expect(await logOf(source)).toEqual(log);
  });

  it('before another judge asks nobody else again, and judges anew', async () => {
    const source = await start();
    const { verdict } = await ended(source);
    asked = [];
    const overrides = { [SEEDED_AGENTS.adjudicator]: { ...by('other-judge'), temperature: 0.1 } };
    const { session_uuid } = await forked(source, { overrides, title: 'Another judge' });
    const view = await ended(session_uuid);
    expect(asked.map(({ model }) => model)).toEqual(['other-judge']);
    expect(view).toMatchObject({ title: 'Another judge', status: 'completed' });
    expect([verdict?.weighted_total, view.verdict?.weighted_total]).toEqual([71, 29]);
    const { items } = SessionTimeline.strict().parse((await call('GET', `/sessions/${session_uuid}/timeline`)).body);
    const turns = items.filter(({ kind }) => kind === 'turn');
    expect(turns.map(({ is_inherited, data }) => [data['model'], is_inherited])).toEqual([
      [expect.stringMatching(/pro|con/), true],
      [expect.stringMatching(/pro|con/), true],
      ['other-judge', false],
    ]);
    expect(turns.at(-1)).toMatchObject({ tokens: 110, data: { attempts: 1, tool_calls: 0 } });
    const seats = (await ended(source)).seats.map(({ used }) => used.model);
    expect(seats.toSorted()).toEqual(['con', 'judge', 'pro']);
  });

  it('lets another persona and another agent speak, in the part that the seat plays', async () => {
    const source = await start();
    await ended(source);
    asked = [];
    const node = await seatNode(source, SEEDED_AGENTS.negative);
    const { session_uuid } = await forked(source, {
      prompts: { [SEEDED_AGENTS.affirmative]: 'You are a poet of the sea.' },
      agents: { [node]: SEEDED_AGENTS.surgeon },
    });
    expect(await ended(session_uuid)).toMatchObject({ status: 'completed', outcome: 'full' });
    const prompts = new Map(asked.map(({ model, prompt }) => [model, prompt]));
    expect([...prompts.keys()].toSorted()).toEqual(['judge', 'one', 'pro']);
    expect(prompts.get('pro')).toContain('You are a poet of the sea.');
    const sides = (await report(session_uuid)).turns.map(({ node_id, side, used }) => [node_id, side, used.model]);
    expect(sides).toContainEqual([node, 'negative', 'one']);
    const { graph } = (await logOf(session_uuid))[0]?.data as { graph: { nodes: Record<string, object> } };
    expect(graph.nodes[node]).toMatchObject({ properties: { agent_uuid: SEEDED_AGENTS.surgeon, role: 'negative' } });
  });

  it('of a running session leaves out the call that is under way, and does not disturb it', async () => {
    held.clear();
    hold.add('judge');
    const source = await start();
    await eventually('the judge is asked', () => held.get('judge'));
    hold.delete('judge');
    asked = [];
    const same = await forked(source, {});
    expect((await ended(same.session_uuid)).verdict?.weighted_total).toBe(71);
    expect(asked.map(({ model }) => model)).toEqual(['judge']);
    const { items } = await ledger(same.session_uuid);
    expect(items.map(({ outcome, attempt }) => [outcome, attempt])).toEqual(Array(3).fill(['completed', 1]));
    expect((await session(source)).status).toBe('running');
    held.get('judge')?.();
    expect((await ended(source)).status).toBe('completed');
  });

  it('of a stopped session goes on where it was stopped', async () => {
    held.clear();
    hold.add('judge');
    const source = await start();
    await eventually('the judge is asked', () => held.get('judge'));
    await call('POST', `/sessions/${source}/control`, { action: 'stop' });
    expect((await ended(source)).status).toBe('cancelled');
    hold.delete('judge');
    const refused = await fork(source, {});
    expect(refused).toMatchObject({ status: 409, body: { code: 'FORK.NOTHING_LEFT' } });
    const last = Number(/at most (\d+)/.exec((refused.body as { detail: string }).detail)?.[1]);
    asked = [];
    expect(await ended((await forked(source, { seq: last })).session_uuid)).toMatchObject({ status: 'completed' });
    expect(asked.map(({ model }) => model)).toEqual(['judge']);
  });

  it('is made once a key, and its projections can be made again', async () => {
    const source = await start();
    await ended(source);
    const request = { seq: 12 };
    const key = { 'idempotency-key': `fork-${source}` };
    const [first, again] = [await fork(source, request, key), await fork(source, request, key)];
    expect(again).toEqual(first);
    expect(await fork(source, { seq: 11 }, key)).toMatchObject({ status: 422 });
    const { session_uuid } = SessionForked.parse(first.body);
    await ended(session_uuid);
    await expectRebuilt(session_uuid);
  });

  it('can be forked and exported itself', async () => {
    const source = await start();
    await ended(source);
    const first = await forked(source, { overrides: { [SEEDED_AGENTS.adjudicator]: by('other-judge') } });
    await ended(first.session_uuid);
    asked = [];
    const second = await forked(first.session_uuid, { overrides: { [SEEDED_AGENTS.negative]: by('new-con') } });
    expect(await ended(second.session_uuid)).toMatchObject({ status: 'completed', usage: { output_tokens: 20 } });
    expect(asked.map(({ model }) => model)).toEqual(['new-con', 'other-judge']);
    const exported = (await call('GET', `/sessions/${second.session_uuid}/export`)).body as SessionExport;
    expect(exported.report?.usage.output_tokens).toBe(20);
    const forkedAt = exported.events.filter(({ event }) => event === 'session:forked').map(({ seq }) => seq);
    expect(forkedAt).toHaveLength(1);
    const third = await forked(second.session_uuid, { seq: forkedAt[0] });
    expect(await ended(third.session_uuid)).toMatchObject({ status: 'completed', usage: { output_tokens: 20 } });
    const events = (await logOf(third.session_uuid)).filter(({ event }) => event === 'session:forked');
    expect(events).toHaveLength(2);
    expect((await ledger(third.session_uuid)).items.map(({ is_inherited }) => is_inherited)).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('a fork of a session that waits for a person', () => {
  const GRAPH = graphOf(
    {
      start: ['start', 'pro'],
      pro: ['agent', 'gate'],
      gate: ['human_review', 'loop'],
      loop: ['loop', 'pro', 'end'],
      end: ['end'],
    },
    {
      pro: { agent_uuid: SEEDED_AGENTS.affirmative },
      gate: { timeout_minutes: 60 },
      loop: { max_rounds: 3 },
    },
  );
  const pending = (id: string, besides?: string): Promise<string> =>
    eventually('a review', async () => {
      const [waiting] = (await session(id)).waiting_for;
      return waiting === undefined || waiting.review_uuid === besides ? undefined : waiting.review_uuid;
    });
  const decide = async (review: string, action: string): Promise<void> => {
    expect(await call('POST', `/reviews/${review}/decision`, { action })).toMatchObject({ status: 200 });
  };

  it('waits under a name of its own: a decision on one is none on the other', async () => {
    const input = { document_content: '# Plan\nWe move.\n' };
    const { body } = await call('POST', '/workflows/execute', { graph: GRAPH, input, overrides: MODELS_OF_ONE });
    const source = SessionStarted.parse(body).session_uuid;
    const first = await pending(source);
    await decide(first, 'continue');
    const second = await pending(source, first);
    asked = [];
    const { session_uuid } = await forked(source, {});
    const own = await pending(session_uuid);
    expect([first, second]).not.toContain(own);
    await decide(own, 'exit');
    expect(await ended(session_uuid)).toMatchObject({ status: 'completed', round: 2 });
    expect(asked).toEqual([]);
    expect((await session(source)).waiting_for).toMatchObject([{ review_uuid: second }]);
    await decide(second, 'exit');
    await ended(source);
    for (const id of [source, session_uuid]) await expectRebuilt(id);
    expect((await report(session_uuid)).rounds).toEqual((await report(source)).rounds);
    const { items } = SessionTimeline.strict().parse((await call('GET', `/sessions/${source}/timeline`)).body);
    expect(items.filter(({ round }) => round !== null).map(({ kind, round }) => [kind, round])).toEqual([
      ['turn', 1],
      ['review_requested', 1],
      ['review_decided', 1],
      ['round', 1],
      ['turn', 2],
      ['review_requested', 2],
      ['review_decided', 2],
      ['round', 2],
    ]);
  });
});

describe('what cannot be forked', () => {
  const NOBODY = '00000000-0000-4000-8000-000000000000';

  it('is refused with everything that is wrong, and leaves nothing behind', async () => {
    const source = await start();
    await ended(source);
    const rows = async (): Promise<unknown> => app.get(DataSource).query('SELECT count(*) FROM sessions');
    const before = await rows();
    const refusals: [object, number, object][] = [
      [{ seq: 999 }, 422, { code: 'FORK.NO_SUCH_EVENT', issues: [{ path: 'seq' }] }],
      [{ seq: 0 }, 422, { code: 'REQUEST.INVALID' }],
      [{}, 409, { code: 'FORK.NOTHING_LEFT', detail: expect.stringMatching(/at most \d+/) }],
      [
        { overrides: { [SEEDED_AGENTS.negative]: { provider: 'acme', model: 'm' } } },
        422,
        { code: 'SESSION.SEAT_WITHOUT_MODEL', issues: [{ message: expect.stringContaining('acme') }] },
      ],
      [
        { overrides: { [SEEDED_AGENTS.negative]: { provider: 'openai', model: 'gpt-4o' } } },
        422,
        { code: 'SESSION.SEAT_WITHOUT_MODEL', issues: [{ message: expect.stringContaining('OPENAI_API_KEY') }] },
      ],
      [
        { overrides: { [NOBODY]: by('x') }, prompts: { [NOBODY]: 'x' }, agents: { nowhere: NOBODY } },
        422,
        {
          issues: [
            { path: 'agents.nowhere', code: 'FORK.NOT_A_SEAT' },
            { path: `overrides.${NOBODY}`, code: 'SESSION.OVERRIDE_UNSEATED' },
            { path: `prompts.${NOBODY}`, code: 'SESSION.OVERRIDE_UNSEATED' },
          ],
        },
      ],
      [
        { agents: { [await seatNode(source, SEEDED_AGENTS.negative)]: NOBODY } },
        422,
        { issues: [{ code: 'SESSION.AGENT_UNKNOWN' }] },
      ],
    ];
    for (const [request, status, body] of refusals) expect(await fork(source, request)).toMatchObject({ status, body });
    expect(await fork(NOBODY, {})).toMatchObject({ status: 404, body: { code: 'SESSION.NOT_FOUND' } });
    expect(await rows()).toEqual(before);
  });

  it('is a log that does not say what was written together', async () => {
    const source = await start();
    await ended(source);
    await app.get(DataSource).query('UPDATE session_events SET append_end = NULL WHERE session_uuid = $1', [source]);
    expect(await fork(source, { seq: 3 })).toMatchObject({ status: 409, body: { code: 'FORK.OLD_LOG' } });
  });
});
