import { OWNER } from '@council/access';
import { ExecuteRequest, type NewEvent, type SessionExport, SessionView, type Verification } from '@council/contracts';
import { SessionLogs, SessionReader, SessionRebuilder, SessionStarter } from '@council/council';
import { EventStore, renderReport, replayLog, verifyLog } from '@council/council-core';
import { InProcessRunner } from '@council/dispatch';
import { openTestDatabase, type TestDatabase } from '@council/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import fc from 'fast-check';
import { DataSource } from 'typeorm';
import { debateOn } from '../test/api-client.js';
import { callApp } from '../test/call-app.js';
import { AppModule } from './app.module.js';
import { createApp } from './create-app.js';

let database: TestDatabase;
let app: NestFastifyApplication;

beforeAll(async () => {
  database = await openTestDatabase();
  app = await createApp(await AppModule.forRoot(database.config), false);
  await app.init();
});
afterAll(async () => {
  await app.close();
  await database.close();
});

const DOCUMENT = '# Plan\n\nWe move in the second quarter.\nNobody has measured the copy.\n';
const query = <Row>(text: string, ...values: unknown[]): Promise<Row[]> =>
  app.get(DataSource).query<Row[]>(text, values);
const open = (): Promise<string> => app.get(SessionStarter).open(ExecuteRequest.parse(debateOn(DOCUMENT)), OWNER);
const append = (id: string, ...events: readonly NewEvent[]) => app.get(EventStore).append(id, null, events);
const verify = (id: string): Promise<Verification> => app.get(SessionLogs).verify(id);
const said = (data: unknown): NewEvent => ({ event: 'error', data }) as NewEvent;

async function held(): Promise<string> {
  const id = await open();
  await app.get(InProcessRunner).run(id);
  expect((await app.get(SessionReader).view(id)).status).toBe('completed');
  return id;
}

const get = (path: string) => callApp(app, 'GET', `/sessions/${path}`);

describe('the chain', () => {
  it('holds for whatever JSON can say, as it is read back from the database and from a file', async () => {
    const id = await open();
    // What PostgreSQL cannot keep is refused before it comes here.
    const kept = (value: fc.JsonValue): boolean => !/\\u0000|\\ud[89a-f]/i.test(JSON.stringify(value));
    const values = fc.array(fc.jsonValue({ stringUnit: 'binary' }).filter(kept), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(values, async (batch) => {
        await append(id, ...batch.map((value) => said({ value })));
      }),
      { numRuns: 60 },
    );
    const odd = [-0, 1e21, 1e-7, 5e-324, 1.7976931348623157e308, 0.1 + 0.2, 2 ** 53 + 2, '\u2028', '👩‍👩‍👧', 'e\u0301'];
    await append(id, said({ odd, '10': 1, '9': 2, b: { ö: 1, '\u{1f600}': 2, '\ufb33': 3 }, gone: undefined }));
    expect(await verify(id)).toMatchObject({ is_intact: true, unchained_before: null, first_change: null });
    const { body } = (await get(`${id}/export`)) as { readonly body: SessionExport };
    const filed = JSON.parse(JSON.stringify(body, null, 2)) as SessionExport;
    expect(verifyLog(filed, filed.events)).toMatchObject({ is_intact: true, events: body.last_seq });
  });

  it('holds when many append at once, and time never runs backwards', async () => {
    const id = await open();
    await Promise.all(
      Array.from({ length: 40 }, (_, n) => append(id, ...Array.from({ length: 1 + (n % 3) }, () => said({ n })))),
    );
    const { is_intact, events, last_seq } = await verify(id);
    expect({ is_intact, events, last_seq }).toEqual({ is_intact: true, events: 80, last_seq: 80 });
    const { body } = (await get(`${id}/export`)) as { readonly body: SessionExport };
    const times = body.events.map(({ timestamp }) => timestamp);
    expect(times).toEqual(times.toSorted());
  });

  it.each<[string, string, object]>([
    [
      'altered',
      `UPDATE session_events SET data = data || '{"run": 2}' WHERE session_uuid = $1 AND seq = 2`,
      { seq: 2 },
    ],
    ['retyped', `UPDATE session_events SET event = 'x' WHERE session_uuid = $1 AND seq = 7`, { seq: 7, event: 'x' }],
    [
      'dated back',
      `UPDATE session_events SET created_at = created_at - interval '1 hour' WHERE session_uuid = $1 AND seq = 5`,
      { seq: 5, problem: 'altered' },
    ],
    [
      'taken out',
      'DELETE FROM session_events WHERE session_uuid = $1 AND seq = 6',
      { seq: 6, problem: 'missing', event: null },
    ],
    [
      'taken out, the rest closed up',
      `WITH gone AS (DELETE FROM session_events WHERE session_uuid = $1 AND seq > 5 RETURNING *)
       INSERT INTO session_events SELECT session_uuid, seq - 1, event, node_id, data, created_at, hash, append_end
       FROM gone WHERE seq > 6 ORDER BY seq`, // sorted: all are gone before the first comes back
      { seq: 6, problem: 'altered' },
    ],
    [
      'put in at the end',
      `INSERT INTO session_events SELECT session_uuid, seq + 1, event, node_id, data, created_at, hash, append_end
       FROM session_events WHERE session_uuid = $1 ORDER BY seq DESC LIMIT 1`,
      { problem: 'surplus' },
    ],
    [
      'swapped',
      `UPDATE session_events SET event = other.event, node_id = other.node_id, data = other.data
       FROM (SELECT * FROM session_events WHERE session_uuid = $1 AND seq IN (3, 4)) AS other
       WHERE session_events.session_uuid = $1 AND session_events.seq = 7 - other.seq`,
      { seq: 3, problem: 'altered' },
    ],
    [
      'cut off at the end',
      `DELETE FROM session_events WHERE session_uuid = $1 AND event = 'execution:completed'`,
      { problem: 'missing', event: null },
    ],
  ])('names an event that was %s', async (_what, statement, found) => {
    const id = await held();
    expect((await get(`${id}/verify`)).body).toMatchObject({ is_intact: true, unchained_before: null });
    await query(statement, id);
    expect((await get(`${id}/verify`)).body).toMatchObject({ is_intact: false, first_change: found });
  });

  it('goes on after events from before there was one, and says which it does not cover', async () => {
    const id = await open();
    await query('UPDATE session_events SET hash = NULL, append_end = NULL WHERE session_uuid = $1', id);
    await query('UPDATE sessions SET head_hash = NULL WHERE session_uuid = $1', id);
    expect(await verify(id)).toMatchObject({ is_intact: true, unchained_before: 2, head_hash: null });
    await app.get(InProcessRunner).run(id);
    expect(await verify(id)).toMatchObject({ is_intact: true, unchained_before: 2 });
  });

  it('of no session is a 404', async () => {
    for (const what of ['verify', 'export']) {
      const { status, body } = await get(`00000000-0000-4000-8000-000000000000/${what}`);
      expect([status, body]).toMatchObject([404, { code: 'SESSION.NOT_FOUND' }]);
    }
  });
});

/** Everything that is shown of a session, as it is in the tables. */
const PROJECTIONS = [
  'SELECT * FROM sessions WHERE session_uuid = $1',
  'SELECT * FROM session_messages WHERE session_uuid = $1 ORDER BY seq',
  'SELECT * FROM session_files WHERE session_uuid = $1 ORDER BY path, version',
];
async function projections(id: string): Promise<unknown> {
  const tables = await Promise.all(PROJECTIONS.map((text) => query<Record<string, unknown>>(text, id)));
  return tables.map((rows) => rows.map(({ updated_at: _updated, ...row }) => row));
}

async function wipe(id: string): Promise<void> {
  await query('DELETE FROM session_messages WHERE session_uuid = $1', id);
  await query('DELETE FROM session_files WHERE session_uuid = $1', id);
  await query(
    `UPDATE sessions SET status = 'pending', node_statuses = '{}', verdict = NULL, outcome = NULL, title = 'x',
     seats = '[]', started_at = NULL, ended_at = NULL, usage = '{}', error = NULL WHERE session_uuid = $1`,
    id,
  );
}

describe('another title', () => {
  const rename = async (id: string, title: string) => {
    const headers = { host: 'localhost', 'content-type': 'application/json' };
    const url = `/api/v1/sessions/${id}`;
    const answer = await app.inject({ method: 'PATCH', url, headers, payload: JSON.stringify({ title }) });
    return { status: answer.statusCode, body: answer.json<SessionView>() };
  };

  it('is shown, found, in the report, and there after the projections were made again; the log is as it was', async () => {
    const id = await held();
    const log = (await get(`${id}/events?limit=1000`)).body;
    expect(await rename(id, '  A second reading ')).toMatchObject({ status: 200, body: { title: 'A second reading' } });
    const found = await app.get(SessionReader).list({ q: 'second reading', limit: 20 }, OWNER);
    expect(found).toMatchObject({ items: [{ session_uuid: id }] });
    expect((await get(`${id}/report?format=json`)).body).toMatchObject({ title: 'A second reading' });
    const before = await projections(id);
    await wipe(id);
    await query(`UPDATE sessions SET title = 'A second reading' WHERE session_uuid = $1`, id);
    await app.get(SessionRebuilder).rebuild(id);
    expect(await projections(id)).toEqual(before);
    expect((await get(`${id}/events?limit=1000`)).body).toEqual(log);
    expect(await verify(id)).toMatchObject({ is_intact: true });
  });

  it('may be given while the session is at work, which goes on', async () => {
    const id = await open();
    await rename(id, 'Named before it began');
    await app.get(InProcessRunner).run(id);
    expect((await get(id)).body).toMatchObject({ status: 'completed', title: 'Named before it began' });
  });
});

describe('a reading of the log alone', () => {
  it('replays the report with the projections gone; one altered event changes it, and is named', async () => {
    const id = await held();
    const report = await app.get(SessionReader).reportMarkdown(id);
    await wipe(id);
    const load = async () => (await app.get(SessionLogs).load(id)).events;
    expect(renderReport(replayLog(await load()).report)).toBe(report);
    const [spoken] = await query<{ seq: number }>(
      `UPDATE session_events SET data = jsonb_set(data, '{content}', '"I never said this."')
       WHERE session_uuid = $1 AND seq = (SELECT min(seq) FROM session_events WHERE session_uuid = $1 AND event = 'message:completed')
       RETURNING seq`,
      id,
    ).then((answer) => answer.flat() as { seq: number }[]);
    const forged = renderReport(replayLog(await load()).report);
    expect(forged).not.toBe(report);
    expect(forged).toContain('I never said this.');
    expect(await verify(id)).toMatchObject({ first_change: { seq: spoken?.seq, event: 'message:completed' } });
    await expect(app.get(SessionRebuilder).rebuild(id)).rejects.toMatchObject({ code: 'LOG.CHANGED' });
  });

  it('makes the projections again, equal in every column', async () => {
    const id = await held();
    const before = await projections(id);
    await wipe(id);
    expect(await projections(id)).not.toEqual(before);
    await app.get(SessionRebuilder).rebuild(id);
    expect(await projections(id)).toEqual(before);
    const view = (await get(id)).body;
    expect(SessionView.parse(view)).toMatchObject({ status: 'completed', outcome: 'full' });
  });

  it('makes them again also where attempts failed, seats were taken over, files grew and a run began anew', async () => {
    const id = await open();
    const usage = { input_tokens: 1_001, output_tokens: 77, is_estimated: true };
    const turn = { turn_id: 'affirmative#1', agent_id: null };
    const model = { provider: 'openai', model: 'gpt-4o' };
    const failure = { code: 'MODEL.CUT_STREAM', message: 'cut' };
    const sitter = { agent_id: null, name: 'Deputy', ...model };
    const bill = (attempt: number, cost: number | null): NewEvent => ({
      event: 'token_usage',
      data: {
        ...turn,
        ...model,
        ...usage,
        attempt,
        total_tokens: 1_078,
        estimated_cost_usd: cost,
        cumulative_session_tokens: 0,
        cumulative_session_cost_usd: 0,
      },
    });
    const file = (version: number, is_proposed?: boolean): NewEvent => ({
      event: 'file:written',
      data: { path: '/document.md', version, content: `v${version}`, author: 'a', reason: 'r', is_proposed },
    });
    await append(id, { event: 'execution:started', data: { run: 1 } });
    await append(id, file(1), { event: 'node_state_change', node_id: 'affirmative', data: { status: 'running' } });
    await append(id, {
      event: 'model_call:failed',
      data: { ...turn, attempt: 1, error: failure, retry_in_ms: null, usage: { ...usage, estimated_cost_usd: 0.1 } },
    });
    const replaced = { turn_id: 'x', fallback: 1, from: sitter, to: sitter, error: failure };
    await append(id, { event: 'seat:replaced', node_id: 'affirmative', data: replaced });
    const asked = { ...turn, attempt: 2, content: '', calls: [{ id: 'a', name: 'b', input: '{}' }], latency_ms: 1 };
    await append(id, { event: 'tool_calls:requested', data: asked }, bill(2, 0.2));
    const words = { ...turn, ...model, agent_name: 'A', content: 'So be it.', references: [], latency_ms: 3 };
    await append(id, { event: 'message:completed', node_id: 'a', data: { ...words, attempt: 3 } }, file(2, true), {
      ...bill(3, 0.3),
      data: { ...bill(3, 0.3).data, output_tokens: 5 },
    } as NewEvent);
    await append(id, { event: 'execution:error', node_id: 'a', data: { error: 'no', code: 'A.B' } });
    await append(id, { event: 'execution:completed', data: { status: 'failed', outcome: 'degraded' } });
    const ended = await projections(id);
    await app.get(SessionRebuilder).rebuild(id);
    expect(await projections(id)).toEqual(ended);
    await append(id, { event: 'execution:started', data: { run: 2 } });
    const again = await projections(id);
    expect(again).toMatchObject([[{ outcome: null, ended_at: null }], [{ token_count: 5 }], [{}, {}]]);
    await app.get(SessionRebuilder).rebuild(id);
    expect(await projections(id)).toEqual(again);
    await append(id, bill(4, null));
    const unknown = await projections(id);
    await app.get(SessionRebuilder).rebuild(id);
    expect(await projections(id)).toEqual(unknown);
  });
});
