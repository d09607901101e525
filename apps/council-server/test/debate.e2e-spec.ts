import { MessageList, Report, SessionList, SessionView } from '@council/contracts';
import { openTestDatabase, type TestDatabase } from '@council/testing';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ApiClient, debateOn } from './api-client.js';
import { TEST_TIMEOUT_MS } from './eventually.js';
import { readSample, SAMPLES } from './samples.js';
import { SpawnedServer } from './spawned-server.mjs';
import { EventList } from './wire-shapes.js';

jest.setTimeout(TEST_TIMEOUT_MS);

let database: TestDatabase;
let server: SpawnedServer;
const api = new ApiClient(() => server);

beforeAll(async () => {
  database = await openTestDatabase();
  server = await SpawnedServer.start(database);
});

afterAll(async () => {
  await server.stop();
  await database.close();
});

const reportOf = (uuid: string): Promise<Report> => api.get(Report, `/sessions/${uuid}/report?format=json`);
const idsOf = (list: SessionList): string[] => list.items.map((item) => item.session_uuid);
const flat = (text: string): string => text.replaceAll(/\s+/g, ' ');

/** Reads a reference in the document itself, without the product's own check. */
function stands(reference: Report['turns'][number]['references'][number], document: string): boolean {
  const { first_line, last_line, quote } = reference;
  const lines = document.split('\n').slice(first_line - 1, last_line);
  return lines.length === last_line - first_line + 1 && quote !== null && flat(lines.join(' ')).includes(flat(quote));
}

describe.each(SAMPLES)('the Council Debate on $file', ({ file, language }) => {
  const document = readSample(file);
  let uuid: string;

  beforeAll(async () => {
    uuid = await api.execute(debateOn(document));
    await api.ended(uuid);
  });

  it('ends completed, with a verdict of the rehearsal engine that claims no judgement', async () => {
    const session = await api.get(SessionView, `/sessions/${uuid}`);
    expect(session).toMatchObject({
      status: 'completed',
      outcome: 'full',
      error: null,
      language,
      objective: 'Decide whether to go on.',
      engine: { kind: 'extractive' },
      verdict: { kind: 'textual_balance', exit_recommendation: false, claimed_total: null },
    });
    expect(session.title).toBe(/^# (.+)$/m.exec(document)?.[1]);
    const { scores, weighted_total } = session.verdict ?? {};
    const { strategic_alignment: s = NaN, practical_value: p = NaN, logical_consistency: l = NaN } = scores ?? {};
    expect(weighted_total).toBeCloseTo(0.4 * s + 0.3 * p + 0.3 * l, 1);
    expect(new Set(session.seats.map((seat) => seat.state))).toEqual(new Set(['done']));
    expect(new Set(Object.values(session.node_statuses))).toEqual(new Set(['completed']));
    expect(Date.parse(session.ended_at ?? '')).toBeGreaterThanOrEqual(Date.parse(session.started_at ?? ''));
  });

  it('has at least three turns, whose every reference is right', async () => {
    const { items } = await api.get(MessageList, `/sessions/${uuid}/messages`);
    expect(items.length).toBeGreaterThanOrEqual(3);
    for (const { content, references } of items) {
      const cited = content.match(/\[Ref: L\d+(?:-\d+)?\]/g) ?? [];
      expect(references.map(({ text }) => text)).toEqual(expect.arrayContaining(cited));
      expect(references.filter(({ state }) => state !== 'verified')).toEqual([]);
      expect(references.filter((reference) => !stands(reference, document))).toEqual([]);
    }
    const report = await reportOf(uuid);
    expect(report.references.total).toBeGreaterThanOrEqual(6);
    expect(report.references).toMatchObject({ verified: report.references.total, missing: 0, unverified: 0 });
  });

  it('leaves a report as Markdown and as data, of the same thing', async () => {
    const report = await reportOf(uuid);
    expect(report).toMatchObject({ language, status: 'completed', missing: [], document: { path: '/document.md' } });
    const answer = await api.call('GET', `/sessions/${uuid}/report`);
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'text/markdown; charset=utf-8']);
    expect(answer.text.startsWith(`# ${report.title}\n`)).toBe(true);
    expect(answer.text).toContain(`${report.verdict?.weighted_total ?? ''}`);
    for (const { seat, references } of report.turns) {
      expect(answer.text).toContain(seat);
      for (const { text } of references) expect(answer.text).toContain(text);
    }
    expect(/\p{Script=Han}{4}/u.test(answer.text)).toBe(language === 'zh');
    expect(answer.text).not.toContain(uuid);
  });

  it('leaves a log without a gap, from its first event to its end', async () => {
    const { events, last_seq } = await api.get(EventList, `/sessions/${uuid}/events`);
    expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: last_seq }, (_, index) => index + 1));
    expect(events[0]?.event).toBe('session:created');
    expect(events.filter(({ event }) => event === 'execution:completed')).toEqual([events.at(-1)]);
    const some = await api.get(EventList, `/sessions/${uuid}/events?since=3&limit=4`);
    expect(some).toEqual({ events: events.slice(3, 7), last_seq });
    expect((await api.get(EventList, `/sessions/${uuid}/events?since=${last_seq}`)).events).toEqual([]);
  });
});

describe('kept sessions', () => {
  const document = readSample('examples/proposal-zh.md');

  it('of the same input have the same verdict and the same report', async () => {
    const [first = '', second = ''] = await Promise.all([1, 2].map(() => api.execute(debateOn(document))));
    const verdicts = [(await api.ended(first)).verdict, (await api.ended(second)).verdict];
    expect(first).not.toBe(second);
    expect(verdicts[0]).not.toBeNull();
    expect(verdicts[0]).toEqual(verdicts[1]);
    expect(await reportOf(first)).toEqual(await reportOf(second));
    const [left, right] = await Promise.all(
      [first, second].map((uuid) => api.call('GET', `/sessions/${uuid}/report?format=md`)),
    );
    expect(left?.text).toBe(right?.text);
  });

  it('are listed newest first, a page at a time, each once', async () => {
    const all = await api.get(SessionList, '/sessions?limit=100');
    expect(all.items.length).toBeGreaterThanOrEqual(5);
    expect(all.next_cursor).toBeNull();
    const times = all.items.map((item) => Date.parse(item.created_at));
    expect(times).toEqual(times.toSorted((left, right) => right - left));
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const next: SessionList = await api.get(
        SessionList,
        `/sessions?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`,
      );
      expect(next.items.length).toBeLessThanOrEqual(2);
      seen.push(...idsOf(next));
      cursor = next.next_cursor;
    }
    expect(seen).toEqual(idsOf(all));
  });

  it('are found by status, group and words, and by nothing that is only like them', async () => {
    const named = await api.execute(debateOn(document, { title: '100% of_all' }));
    await api.ended(named);
    const found = async (query: string): Promise<string[]> => idsOf(await api.get(SessionList, `/sessions?${query}`));
    expect(await found(`q=${encodeURIComponent('0% OF_')}`)).toEqual([named]);
    expect(await found(`q=${encodeURIComponent('1%o')}`)).toEqual([]);
    expect(await found(`q=${encodeURIComponent('邻里餐桌')}`)).not.toContain(named);
    expect(await found('status=completed')).toContain(named);
    expect(await found('status=failed')).toEqual([]);
    expect(await found('group_uuid=00000000-0000-4000-8000-000000000000')).toEqual([]);
  });

  it('give their messages a page at a time', async () => {
    const uuid = await api.execute(debateOn(document));
    await api.ended(uuid);
    const { items } = await api.get(MessageList, `/sessions/${uuid}/messages`);
    const first = await api.get(MessageList, `/sessions/${uuid}/messages?limit=2`);
    const rest = await api.get(MessageList, `/sessions/${uuid}/messages?cursor=${first.next_cursor ?? ''}`);
    expect([...first.items, ...rest.items]).toEqual(items);
    expect([first.items.length, rest.next_cursor]).toEqual([2, null]);
  });

  it('are deleted with everything that they left', async () => {
    const uuid = await api.execute(debateOn(document));
    await api.ended(uuid);
    expect(await api.call('DELETE', `/sessions/${uuid}`)).toMatchObject({ status: 204, text: '' });
    for (const path of ['', '/messages', '/events', '/report', '/stream']) {
      const problem = api.refusal(await api.call('GET', `/sessions/${uuid}${path}`));
      expect([path, problem.status, problem.code]).toEqual([path, 404, 'SESSION.NOT_FOUND']);
    }
    expect(api.refusal(await api.call('DELETE', `/sessions/${uuid}`)).status).toBe(404);
  });
});

describe('an Idempotency-Key', () => {
  const body = debateOn(readSample('examples/proposal-zh.md'));

  it('gives the same session to the same request, also when both come at once', async () => {
    const headers = { 'idempotency-key': 'first-key' };
    const [first, second] = await Promise.all([api.execute(body, headers), api.execute(body, headers)]);
    expect(second).toBe(first);
    const third = await api.call('POST', '/workflows/execute', { ...body, group_uuid: undefined }, headers);
    expect([third.status, third.headers['idempotency-replayed']]).toEqual([202, 'true']);
    expect(third.text).toContain(first);
    expect(await api.execute(body)).not.toBe(first);
  });

  it('refuses another request, and starts nothing for it', async () => {
    const headers = { 'idempotency-key': 'second-key' };
    await api.execute(body, headers);
    const before = await api.get(SessionList, '/sessions?limit=100');
    const other = { ...body, title: 'Another' };
    const problem = api.refusal(await api.call('POST', '/workflows/execute', other, headers));
    expect([problem.status, problem.code]).toEqual([422, 'IDEMPOTENCY.KEY_REUSED']);
    const after = await api.get(SessionList, '/sessions?limit=100');
    expect(idsOf(after)).toEqual(idsOf(before));
  });

  it('that failed may be used again', async () => {
    const headers = { 'idempotency-key': 'third-key' };
    const bad = { ...body, template_uuid: '00000000-0000-4000-8000-000000000000' };
    expect(api.refusal(await api.call('POST', '/workflows/execute', bad, headers)).status).toBe(404);
    expect(await api.execute(body, headers)).toMatch(/^[0-9a-f-]{36}$/);
  });
});
