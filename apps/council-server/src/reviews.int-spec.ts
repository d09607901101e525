import { Review, ReviewList, type SessionView } from '@council/contracts';
import { SEEDED_AGENTS } from '@council/council-core';
import { SessionDispatcher } from '@council/dispatch';
import { openTestDatabase, type TestDatabase } from '@council/testing';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { z } from 'zod';
import { type Answered, type Ask, DecidedCouncils, gatedGraph } from '../test/decided-councils.mjs';
import { SteadyModel } from '../test/steady-model.mjs';
import { AppModule } from './app.module.js';
import { createApp } from './create-app.js';

jest.setTimeout(180_000);

const UNKNOWN = '00000000-0000-4000-8000-000000000000';
const NEW_TEXT = '# Move the archive\nLater.\n';
let database: TestDatabase;
let model: SteadyModel;
let app: NestFastifyApplication;
let councils: DecidedCouncils;

beforeAll(async () => {
  model = await SteadyModel.start(1);
  const speaks = { LLM_PROVIDER: 'custom', LLM_BASE_URL: model.baseUrl, LLM_MODEL: 'm', COUNCIL_LEASE_MS: '1500' };
  database = await openTestDatabase(speaks);
  app = await createApp(await AppModule.forRoot(database.config), false);
  await app.init();
  await app.get(SessionDispatcher, { strict: false }).start(8);
  councils = new DecidedCouncils([(method, path, body) => send(method, path, body)], model);
});

afterAll(async () => {
  await app.close();
  await model.stop();
  await database.close();
});

async function send(method: Parameters<Ask>[0], path: string, body?: object, more: object = {}): Promise<Answered> {
  const json = body === undefined ? {} : { 'content-type': 'application/json' };
  const payload = body === undefined ? undefined : JSON.stringify(body);
  const answer = await app.inject({ method, url: path, headers: { host: 'localhost', ...json, ...more }, payload });
  return { status: answer.statusCode, body: answer.body === '' ? null : answer.json<unknown>() };
}

const post = (path: string, body: object, more?: object) => send('POST', `/api/v1${path}`, body, more);
const get = (path: string) => send('GET', `/api/v1${path}`);
const read = async (id: string): Promise<Review> => Review.strict().parse((await get(`/reviews/${id}`)).body);
const EventNames = z.object({ events: z.array(z.object({ event: z.string(), data: z.unknown() })) });
const logOf = async (id: string) => EventNames.parse((await get(`/sessions/${id}/events?limit=1000`)).body).events;

/** A surgeon proposes a version in each of at most three rounds, and a person decides on it. */
function mended(): object {
  const { nodes, ...graph } = z
    .looseObject({ nodes: z.record(z.string(), z.looseObject({})) })
    .parse(gatedGraph({}, 3));
  const properties = { agent_uuid: SEEDED_AGENTS.surgeon, tools: ['read_file', 'write_file'] };
  const gate = { ...nodes['gate'], name: 'Management' };
  return { ...graph, nodes: { ...nodes, gate, first: { ...nodes['first'], properties } } };
}

describe('what each of the seven actions does', () => {
  /** `version`: of the document, which the surgeon's proposal would make 2. */
  const goesOn = { status: 'running', round: 2 };
  it.each([
    { action: 'approve', version: 2, session: goesOn },
    { action: 'continue', version: 2, session: goesOn },
    { action: 'rollback', version: 1, session: goesOn },
    { action: 'modify', data: { modified_content: NEW_TEXT }, version: 3, session: goesOn },
    { action: 'apply', version: 2, session: { status: 'completed', outcome: 'full', round: 1 } },
    { action: 'exit', version: 1, session: { status: 'completed', outcome: 'full', round: 1 } },
    {
      action: 'reject',
      data: { comment: 'Not like this.' },
      version: 1,
      session: { status: 'cancelled', error: { code: 'REVIEW.REJECTED', message: 'Not like this.' } },
    },
  ] as const)('$action', async ({ action, version, session, ...more }) => {
    const { id, review } = await councils.open(mended());
    const data = 'data' in more ? more.data : undefined;
    expect(await read(review.review_uuid)).toMatchObject({
      node_name: 'Management',
      request: { document: { current: 1, proposed: 2 } },
    });
    expect(await councils.decide(0, review, action, data)).toMatchObject({ status: 200, body: { status: 'resumed' } });
    const hasGoneOn = ({ status, waiting_for: [next] }: SessionView): boolean =>
      status !== 'running' || (next !== undefined && next.round === 2);
    const seen = await councils.until(id, (now) => (hasGoneOn(now) ? now : undefined));
    expect(seen).toMatchObject(session);
    const moves = (await logOf(id)).filter(({ event }) => event === 'document:moved');
    expect(moves.map((move) => move.data)).toMatchObject(version === 1 ? [] : [{ version }]);
    if (action === 'modify') expect(await councils.document(id)).toBe(NEW_TEXT);
    await post(`/sessions/${id}/control`, { action: 'stop' });
    await councils.ended(id);
  });
});

describe('what a person is asked', () => {
  it('stands in the list of what waits until it is decided, with the draft, the score and the instructions', async () => {
    const { id, review } = await councils.open(
      gatedGraph({ instructions: 'Look at the dates.', actions: ['approve'] }),
    );
    const waits = async () => ReviewList.strict().parse((await get('/reviews/pending')).body).items;
    expect((await waits()).map(({ review_uuid }) => review_uuid)).toContain(review.review_uuid);
    const { request, ...rest } = await read(review.review_uuid);
    expect(rest).toMatchObject({ session_uuid: id, node_id: 'gate', round: 1, status: 'pending', decision: null });
    expect(request).toMatchObject({ instructions: 'Look at the dates.', actions: ['approve'], score: null });
    expect(request.draft.conclusions).toHaveLength(1);
    expect(await councils.decide(0, review, 'reject')).toMatchObject({
      status: 422,
      body: { code: 'REVIEW.ACTION_NOT_OFFERED' },
    });
    await councils.decide(0, review, 'approve');
    expect((await waits()).map(({ review_uuid }) => review_uuid)).not.toContain(review.review_uuid);
    expect(await read(review.review_uuid)).toMatchObject({ status: 'decided', decision: { by: 'user' } });
    await councils.ended(id);
    expect(await get(`/sessions/${id}/reviews`)).toMatchObject({ status: 200, body: [{ status: 'decided' }] });
  });

  it('stands in the list of what was decided, the latest first, page by page', async () => {
    const councilsHeld = [await councils.open(gatedGraph({})), await councils.open(gatedGraph({}))];
    for (const { review } of councilsHeld) await councils.decide(0, review, 'approve');
    const page = async (query: string) => ReviewList.strict().parse((await get(`/reviews/decided?${query}`)).body);
    const [first, second] = councilsHeld.map(({ review }) => review.review_uuid);
    const { items, next_cursor } = await page('limit=1');
    expect(items).toMatchObject([
      { review_uuid: second, status: 'decided', decision: { action: 'approve', by: 'user', is_automatic: false } },
    ]);
    const next = await page(`limit=1&cursor=${next_cursor ?? ''}`);
    expect(next.items.map(({ review_uuid }) => review_uuid)).toEqual([first]);
    const all = (await page('limit=100')).items;
    expect(all.every(({ status }) => status === 'decided')).toBe(true);
    for (const { id } of councilsHeld) await councils.ended(id);
  });

  it('leaves the score out where it is not to be shown, and the words of a loop where there is none', async () => {
    const { review } = await councils.open(gatedGraph({ show_score: false }));
    const { request } = await read(review.review_uuid);
    expect('score' in request).toBe(false);
    expect(request.actions).toEqual(['approve', 'modify', 'reject']);
    await councils.decide(0, review, 'reject');
  });
});

describe('a decision', () => {
  it('is refused for what is unknown, and for what cannot be meant', async () => {
    const { id, review } = await councils.open(gatedGraph());
    const approve = { action: 'approve' };
    const refusals = [
      [await post(`/reviews/${UNKNOWN}/decision`, approve), 404, 'REVIEW.NOT_FOUND'],
      [await post(`/sessions/${UNKNOWN}/review`, { node_id: 'gate', ...approve }), 404, 'SESSION.NOT_FOUND'],
      [await post(`/sessions/${id}/review`, { node_id: 'nobody', ...approve }), 404, 'REVIEW.NODE_UNKNOWN'],
      [await post(`/sessions/${id}/review`, { node_id: 'first', ...approve }), 409, 'REVIEW.NOT_ASKED'],
      [
        await post(`/sessions/${id}/review`, { node_id: 'gate', review_uuid: UNKNOWN, ...approve }),
        404,
        'REVIEW.NOT_FOUND',
      ],
      [await councils.decide(0, review, 'modify'), 422, 'REQUEST.INVALID'],
      [await councils.decide(0, review, 'approve', { modified_content: 'x' }), 422, 'REQUEST.INVALID'],
      [await post(`/reviews/${review.review_uuid}/decision`, { action: 'maybe' }), 422, 'REQUEST.INVALID'],
    ] as const;
    for (const [answer, status, code] of refusals) expect(answer).toMatchObject({ status, body: { code } });
    expect(await post(`/sessions/${id}/review`, { node_id: 'gate', ...approve })).toMatchObject({ status: 200 });
    expect(await post(`/sessions/${id}/review`, { node_id: 'gate', ...approve })).toMatchObject({
      status: 409,
      body: { code: 'REVIEW.DECIDED', review: { decision: { action: 'approve' } } },
    });
  });

  it('that is sent again under its Idempotency-Key gets its first answer again', async () => {
    const { review } = await councils.open(gatedGraph());
    const key = { 'idempotency-key': review.review_uuid };
    const once = () => post(`/reviews/${review.review_uuid}/decision`, { action: 'approve' }, key);
    const first = await once();
    expect([first.status, await once()]).toEqual([200, first]);
  });
});

describe('a deadline', () => {
  it('approves where that is allowed, and says that nobody did', async () => {
    const { id, review } = await councils.open(gatedGraph({ timeout_minutes: 0.005, allow_skip: true }));
    expect(await councils.ended(id)).toMatchObject({ status: 'completed', outcome: 'full' });
    expect(await councils.decide(0, review, 'reject')).toMatchObject({
      status: 409,
      body: { code: 'REVIEW.DECIDED', review: { decision: { action: 'approve', is_automatic: true } } },
    });
  });

  it('pauses where it is not, and the review stays open', async () => {
    const { id, review } = await councils.open(gatedGraph({ timeout_minutes: 0.005 }));
    await councils.until(id, ({ status }) => (status === 'paused' ? true : undefined));
    expect(await read(review.review_uuid)).toMatchObject({ status: 'pending', is_expired: true });
    await councils.decide(0, review, 'approve');
    expect(await councils.ended(id)).toMatchObject({ status: 'completed' });
  });

  it('is reminded of five minutes before, once', async () => {
    const { id } = await councils.open(gatedGraph({ timeout_minutes: 5.005 }));
    const reminders = async () => (await logOf(id)).filter(({ event }) => event === 'review:reminder').length;
    while ((await reminders()) === 0) await new Promise((resolve) => setTimeout(resolve, 50));
    await post(`/sessions/${id}/messages`, { content: 'Still there?' });
    await post(`/sessions/${id}/control`, { action: 'finish' });
    await councils.ended(id);
    expect(await reminders()).toBe(1);
  });
});
