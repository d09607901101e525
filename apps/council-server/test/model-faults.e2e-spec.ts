import type { EventOf, LogEvent, SessionView } from '@council/contracts';
import { SEEDED_AGENTS } from '@council/council-core';
import { openTestDatabase, type TestDatabase } from '@council/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { COUNCIL_DEBATE, CouncilClient } from './council-client.mjs';
import { eventually } from './eventually.js';
import { CANARY, DEADLINES, FATAL, type Fault, faultyReply, HEALED, objectiveOf } from './model-faults.js';
import { ScriptedUpstream } from './scripted-upstream.mjs';
import { SpawnedServer } from './spawned-server.mjs';

/** All faults strike one running server at the same time, each in a session of its own. */
const DOCUMENT = '# Move the archive\nThe archive moves in the second quarter.\nNobody has measured the copy.\n';
/** Far beyond every deadline that is set, far below those that are the default. */
const PATIENCE_MS = 45_000;
const STRUCK = 'agent_negative';

/** Keys that nobody uses in this suite, and that the server holds all the same. */
const OTHER_KEYS = Object.fromEntries(
  [
    'ANTHROPIC_API_KEY',
    'GEMINI_API_KEY',
    'OPENROUTER_API_KEY',
    'TAVILY_API_KEY',
    'SERPER_API_KEY',
    'BRAVE_API_KEY',
  ].map((name) => [name, `${CANARY}-${name}`]),
);

let database: TestDatabase;
let upstream: ScriptedUpstream;
let server: SpawnedServer;
const client = new CouncilClient(() => server.url);
const ids = new Map<string, string>();

beforeAll(async () => {
  database = await openTestDatabase();
  upstream = await ScriptedUpstream.start(faultyReply);
  server = await SpawnedServer.start({
    environment: {
      ...database.environment,
      LLM_PROVIDER: 'custom',
      LLM_BASE_URL: upstream.baseUrl,
      LLM_MODEL: 'm',
      LLM_API_KEY: CANARY,
      ...OTHER_KEYS,
      LLM_MAX_ATTEMPTS: '2',
      LLM_MAX_CONCURRENCY: '64',
      LLM_FIRST_TOKEN_TIMEOUT_MS: String(DEADLINES.firstTokenMs),
      LLM_IDLE_TIMEOUT_MS: String(DEADLINES.idleMs),
      LLM_TOTAL_TIMEOUT_MS: String(DEADLINES.totalMs),
      COUNCIL_LOG_LEVEL: 'verbose',
    },
  });
  // The first call of a process loads the client library, which is no fault of a model.
  await client.untilEnded(await convene('Decide.'));
  for (const { name } of [...HEALED, ...FATAL]) {
    // A model of its own for each: what is learnt of one that fails is kept, and must not touch the others.
    const overrides = { [SEEDED_AGENTS.negative]: { provider: 'custom', model: modelOf(name) } };
    ids.set(name, await client.convene({ document: DOCUMENT, objective: objectiveOf(name), overrides }));
  }
});

afterAll(async () => {
  await server.stop();
  await upstream.stop();
  await database.close();
});

const modelOf = (name: string): string => `struck-by-${name.replaceAll(/\W+/g, '-')}`;
const convene = (objective: string): Promise<string> => client.convene({ document: DOCUMENT, objective });

async function ended(
  fault: Fault,
): Promise<{ id: string; session: SessionView; failed: EventOf<'model_call:failed'>[] }> {
  const id = ids.get(fault.name) ?? '';
  const session = await client.untilEnded(id, PATIENCE_MS);
  const { attempts, currency: _currency, ...sums } = (await client.ledger(id)).totals;
  expect(sums).toEqual(session.usage);
  expect(attempts).toBe((await client.events(id)).filter(({ event }) => event === 'model_call:started').length);
  const failed = (await client.events(id)).filter(isFailedCall);
  return { id, session, failed };
}

const isFailedCall = (event: LogEvent): event is Extract<LogEvent, { event: 'model_call:failed' }> =>
  event.event === 'model_call:failed';

describe('a model that fails once', () => {
  it.each(HEALED)('$name: the retry heals it, and the log keeps why it was needed', async (fault) => {
    const { session, failed } = await ended(fault);
    expect(session).toMatchObject({ status: 'completed', outcome: 'full', error: null });
    expect(failed.map(({ data }) => data.error.code)).toEqual(fault.failed);
    expect(failed[0]?.data).toMatchObject({
      attempt: 1,
      error: { message: expect.stringMatching(/^the custom endpoint \(struck-by-[\w-]+\) .+\.$/) },
    });
  });

  it('is left alone for as long as Retry-After says', async () => {
    const { failed } = await ended(HEALED[0] as Fault);
    expect(failed[0]?.data.retry_in_ms).toBeGreaterThanOrEqual(1_000);
  });
});

describe('a model that goes on failing', () => {
  it.each(FATAL)('$name: the session ends failed and says why', async (fault) => {
    const { id, session, failed } = await ended(fault);
    expect(failed.map(({ data }) => data.error.code)).toEqual(fault.failed);
    expect(session).toMatchObject({
      status: 'failed',
      outcome: null,
      error: {
        code: fault.failed[0],
        node_id: STRUCK,
        message: expect.stringMatching(/^the custom endpoint \(struck-by-[\w-]+\) .+(\.|\(2 attempts\))$/),
      },
      node_statuses: { agent_affirmative: 'completed', [STRUCK]: 'failed' },
    });
    expect(await client.report(id)).toContain(session.error?.message);
    expect((await client.events(id)).at(-1)).toMatchObject({
      event: 'execution:completed',
      data: { status: 'failed' },
    });
  });
});

describe('a seat without a key', () => {
  it('stops the session before it begins, and is named', async () => {
    const before = await client.get('/api/v1/sessions?limit=1');
    const answer = await client.ask('POST', '/api/v1/workflows/execute', {
      template_uuid: COUNCIL_DEBATE,
      input: { document_content: DOCUMENT, optimization_objective: 'x' },
      overrides: { [SEEDED_AGENTS.negative]: { provider: 'openai', model: 'gpt-4o' } },
    });
    expect(answer).toMatchObject({
      status: 422,
      body: {
        code: 'SESSION.SEAT_WITHOUT_MODEL',
        issues: [{ node_id: STRUCK, message: expect.stringMatching(/^.+: No API key for OpenAI.+OPENAI_API_KEY/) }],
      },
    });
    expect(answer.text).not.toContain(CANARY);
    expect(await client.get('/api/v1/sessions?limit=1')).toEqual(before);
  });

  it('stays with the vendor to which its user has bound the agent', async () => {
    const path = `/api/v1/agents/${SEEDED_AGENTS.adjudicator}`;
    const agent = (await client.get(path)) as Record<string, unknown>;
    const { name, persona_prompt, model_config, capabilities } = agent;
    const saved = await client.ask('PUT', path, { name, persona_prompt, model_config, capabilities });
    expect(saved.status).toBe(200);
    await expect(convene('Decide.')).rejects.toThrow(/422.+agent_adjudicator.+DEEPSEEK_API_KEY/s);
  });
});

describe('after all of that', () => {
  it('no call is left open', async () => {
    for (const fault of [...HEALED, ...FATAL]) await ended(fault);
    await eventually('the end of the last call', () => (upstream.openCalls === 0 ? true : undefined));
  });

  it('the server is alive and still does its work', async () => {
    expect(server.isAlive).toBe(true);
    expect(await client.get('/health/live')).toMatchObject({ status: 'ok' });
    const id = await client.convene({
      document: DOCUMENT,
      objective: 'Decide.',
      overrides: { [SEEDED_AGENTS.adjudicator]: { provider: 'custom', model: 'm' } },
    });
    expect(await client.untilEnded(id, PATIENCE_MS)).toMatchObject({ status: 'completed', outcome: 'full' });
  });

  it('no key is anywhere: not in what is served, nor in the log, nor in the database', async () => {
    expect(upstream.journal.every(({ authorization }) => authorization === `Bearer ${CANARY}`)).toBe(true);
    const places = [...ids.values()].flatMap((id) =>
      ['', '/events', '/messages', '/ledger', '/files', '/report?format=md', '/report?format=json'].map(
        (part) => `/api/v1/sessions/${id}${part}`,
      ),
    );
    const lists = ['sessions?limit=100', 'llm/providers', 'models/pricing', 'agents', 'openapi.json'];
    for (const path of [...places, ...lists.map((list) => `/api/v1/${list}`), '/health']) {
      expect((await client.ask('GET', path)).text).not.toContain(CANARY);
    }
    await server.stop();
    expect(server.output).toContain('The Council is at');
    expect(server.output).not.toContain(CANARY);
    const dump = await dumpOf(database);
    expect(dump).toContain(DOCUMENT.split('\n')[0]);
    expect(dump).not.toContain(CANARY);
  });
});

/** Every row of every table, as text. */
async function dumpOf(place: TestDatabase): Promise<string> {
  const source = await place.connect();
  const tables = await source.query<{ name: string }[]>(
    "SELECT quote_ident(table_name) AS name FROM information_schema.tables WHERE table_schema = 'public'",
  );
  const rows = await Promise.all(
    tables.map(({ name }) =>
      source.query<{ row: string }[]>(`SELECT to_jsonb(item)::text AS row FROM ${name} AS item`),
    ),
  );
  return rows
    .flat()
    .map(({ row }) => row)
    .join('\n');
}
