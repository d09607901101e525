import { SessionDispatcher } from '@council/dispatch';
import { openTestDatabase, seededRandom, type TestDatabase } from '@council/testing';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Answered, DecidedCouncils, gatedGraph, type Ask } from '../test/decided-councils.mjs';
import { play, SCENARIOS } from '../test/decision-scenarios.mjs';
import { SteadyModel } from '../test/steady-model.mjs';
import { AppModule } from './app.module.js';
import { createApp } from './create-app.js';

jest.setTimeout(180_000);

/** Two servers on one database; `npm run prove decisions` plays each scenario 100 times, on processes of their own. */
let database: TestDatabase;
let model: SteadyModel;
let apps: readonly NestFastifyApplication[] = [];
let councils: DecidedCouncils;

beforeAll(async () => {
  model = await SteadyModel.start(2);
  const speaks = { LLM_PROVIDER: 'custom', LLM_BASE_URL: model.baseUrl, LLM_MODEL: 'm', COUNCIL_LEASE_MS: '1500' };
  database = await openTestDatabase(speaks);
  const start = async (): Promise<NestFastifyApplication> => {
    const app = await createApp(await AppModule.forRoot(database.config), false);
    await app.init();
    await app.get(SessionDispatcher, { strict: false }).start(8);
    return app;
  };
  apps = [await start(), await start()];
  councils = new DecidedCouncils(apps.map(askOf), model);
});

afterAll(async () => {
  for (const app of apps) await app.close();
  await model.stop();
  await database.close();
});

const askOf =
  (app: NestFastifyApplication): Ask =>
  async (method, path, body) => {
    const headers = { host: 'localhost', ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
    const payload = body === undefined ? undefined : JSON.stringify(body);
    const answer = await app.inject({ method, url: path, headers, payload });
    return { status: answer.statusCode, body: answer.body === '' ? null : answer.json<unknown>() };
  };

const control = (id: string, action: string): Promise<Answered> =>
  councils.ask(0, 'POST', `/sessions/${id}/control`, { action });
const untilIs = (id: string, status: string) =>
  councils.until(id, (session) => (session.status === status ? session : undefined));
const WITHDRAWN = { status: 409, body: { code: 'REVIEW.WITHDRAWN' } };

describe('decisions', () => {
  it.each(Object.keys(SCENARIOS))('%s: one decision, one effect', async (name) => {
    const scenario = SCENARIOS[name];
    if (scenario === undefined) throw new Error(`there is no scenario ${name}`);
    const random = seededRandom(name.length);
    for (let round = 0; round < 3; round += 1) expect(await play(scenario, councils, random)).toEqual([]);
  });
});

describe('a council that waits for a person', () => {
  it('and is stopped, is cancelled, and takes no decision', async () => {
    const { id, review } = await councils.open(gatedGraph());
    expect(await control(id, 'stop')).toMatchObject({ status: 200 });
    expect(await councils.decide(1, review, 'approve')).toMatchObject(WITHDRAWN);
    expect(await councils.ended(id)).toMatchObject({ status: 'cancelled', waiting_for: [] });
  });

  it('and is to answer now, does, also when it is paused', async () => {
    for (const isPaused of [false, true]) {
      const { id, review } = await councils.open(gatedGraph());
      if (isPaused) expect(await control(id, 'pause')).toMatchObject({ body: { status: 'paused' } });
      expect(await control(id, 'finish')).toMatchObject({ status: 200 });
      expect(await councils.decide(1, review, 'approve')).toMatchObject(WITHDRAWN);
      expect(await councils.ended(id)).toMatchObject({ status: 'completed', outcome: 'early' });
    }
  });

  it('and is paused, takes a decision and waits to be resumed', async () => {
    const { id, review } = await councils.open(gatedGraph());
    await control(id, 'pause');
    expect(await councils.decide(0, review, 'approve')).toMatchObject({ status: 200 });
    expect(await councils.until(id, (session) => session)).toMatchObject({ status: 'paused', waiting_for: [] });
    await control(id, 'resume');
    expect(await councils.ended(id)).toMatchObject({ status: 'completed', outcome: 'full' });
  });

  it('and whose deadline has paused it, goes on with a decision; one that a person has paused does not', async () => {
    const graph = gatedGraph({ timeout_minutes: 0.005 });
    const expired = await councils.open(graph);
    await untilIs(expired.id, 'paused');
    expect(await councils.decide(0, expired.review, 'approve')).toMatchObject({ status: 200 });
    expect(await councils.ended(expired.id)).toMatchObject({ status: 'completed' });
    const held = await councils.open(graph);
    await untilIs(held.id, 'paused');
    await control(held.id, 'resume');
    await control(held.id, 'pause');
    expect(await councils.decide(0, held.review, 'approve')).toMatchObject({ status: 200 });
    expect(await councils.until(held.id, (session) => session)).toMatchObject({ status: 'paused' });
    await control(held.id, 'resume');
    expect(await councils.ended(held.id)).toMatchObject({ status: 'completed' });
  });

  it('and is stopped while it is paused, is cancelled', async () => {
    const { id } = await councils.open(gatedGraph());
    await control(id, 'pause');
    expect(await control(id, 'stop')).toMatchObject({ status: 200 });
    expect(await councils.ended(id)).toMatchObject({ status: 'cancelled' });
  });

  it('is not deleted', async () => {
    const { id, review } = await councils.open(gatedGraph());
    expect(await councils.ask(0, 'DELETE', `/sessions/${id}`)).toMatchObject({ status: 409 });
    await councils.decide(0, review, 'reject');
    await councils.ended(id);
    expect(await councils.ask(0, 'DELETE', `/sessions/${id}`)).toMatchObject({ status: 204 });
    expect(await councils.decide(0, review, 'approve')).toMatchObject({ status: 404 });
  });

  it('hears what people say before it goes on', async () => {
    const { id, objective, review } = await councils.open(gatedGraph());
    const said = { content: 'Think of the working day.' };
    expect(await councils.ask(1, 'POST', `/sessions/${id}/messages`, said)).toMatchObject({ status: 202 });
    await councils.decide(0, review, 'approve');
    expect(await councils.ended(id)).toMatchObject({ status: 'completed' });
    expect(model.journal.filter((call) => call.objective === objective)).toHaveLength(2);
  });
});
