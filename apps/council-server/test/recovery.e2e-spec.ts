import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '@council/testing';
import { CouncilClient, withoutBill } from './council-client.mjs';
import { type Call, ScriptedUpstream, type Seat, speaks } from './scripted-upstream.mjs';
import { SpawnedServer } from './spawned-server.mjs';

/** The server is killed at three moments of a debate; `npm run prove crash` does it at random ones. */
const INPUT = {
  document: `# Move the archive
The archive moves to the new storage in the second quarter.
Nobody has measured how long the copy takes on a working day.
Reading stays possible while the copy runs.
The old storage is switched off as soon as the copy has ended.
`,
  objective: 'Decide whether to begin',
};

let database: TestDatabase;
let upstream: ScriptedUpstream;
let server: SpawnedServer;
let undisturbed: string;
/** Seats whose first answers of a session stop in the middle, until the caller leaves. */
let halting: readonly Seat[] = [];
let haltedAnswers = 1;
const client = new CouncilClient(() => server.url);

const startServer = (): Promise<SpawnedServer> =>
  SpawnedServer.start({
    environment: {
      ...database.environment,
      LLM_PROVIDER: 'custom',
      LLM_BASE_URL: upstream.baseUrl,
      LLM_MODEL: 'm',
      COUNCIL_LEASE_MS: '500',
    },
  });

beforeAll(async () => {
  database = await openTestDatabase();
  const halts = ({ seat, nth }: Call & { readonly nth: number }): boolean =>
    nth <= haltedAnswers && halting.includes(seat);
  upstream = await ScriptedUpstream.start(speaks({ pieces: 12, pauseMs: 5, halts }));
  server = await startServer();
  undisturbed = await report(await client.convene(INPUT));
});

afterAll(async () => {
  await server.stop();
  await upstream.stop();
  await database.close();
});

afterEach(() => {
  halting = [];
  haltedAnswers = 1;
});

describe('a council whose server is killed', () => {
  it.each<{ when: string; halts: Seat[]; isMoment: (id: string) => Promise<unknown>; calls: Record<Seat, number> }>([
    {
      when: 'after the first word of the first turn',
      halts: ['for', 'against'],
      isMoment: (id) => client.untilSeen(id, ({ event }) => event === 'token_stream'),
      calls: { for: 2, against: 2, judge: 1 },
    },
    {
      when: 'after the first finished turn, while the other side speaks',
      halts: ['against'],
      isMoment: (id) => client.untilSeen(id, ({ event }) => event === 'message:completed'),
      calls: { for: 1, against: 2, judge: 1 },
    },
    {
      when: 'while the judge speaks',
      halts: ['judge'],
      isMoment: (id) =>
        client.untilSeen(id, ({ event, node_id }) => event === 'token_stream' && node_id === 'agent_adjudicator'),
      calls: { for: 1, against: 1, judge: 2 },
    },
  ])('$when, ends as if nothing had happened', async ({ halts, isMoment, calls }) => {
    const before = upstream.journal.length;
    halting = halts;
    const id = await client.convene(INPUT);
    await isMoment(id);
    await untilHalted(halts, before);
    await server.kill('SIGKILL');
    server = await startServer();
    expect(await report(id)).toBe(undisturbed);
    expect(countCalls(upstream.journal.slice(before))).toEqual(calls);
    await expectWholeLog(id);
    await expectLedger(id, { orphaned: halts.length });
  });
});

describe('a council whose server is restarted twice, each time while both sides speak', () => {
  it.each(['SIGTERM', 'SIGKILL'] as const)(
    'by %s, is locked by no breaker, and billed for the worst',
    async (signal) => {
      halting = ['for', 'against'];
      haltedAnswers = 2;
      const before = upstream.journal.length;
      const id = await client.convene(INPUT);
      for (const restart of [1, 2]) {
        await untilHalted(halting, before, restart);
        await server.kill(signal);
        server = await startServer();
      }
      expect(await report(id)).toBe(undisturbed);
      await expectLedger(id, signal === 'SIGTERM' ? { cancelled: 4 } : { orphaned: 4 });
      const [created] = await client.events(id);
      if (created?.event !== 'session:created') throw new Error('the log does not begin with its session');
      const { expected_tokens: expected, limits } = created.data;
      const { usage } = await client.session(id);
      expect(usage.input_tokens + usage.output_tokens).toBeGreaterThan((expected ?? 0) * (limits?.spend_factor ?? 0));
      expect(limits?.spend_factor).toBe(3);
    },
  );
});

describe('a council that is stopped while it speaks', () => {
  it('is billed for what it cut off', async () => {
    const before = upstream.journal.length;
    halting = ['for', 'against'];
    const id = await client.convene(INPUT);
    await untilHalted(halting, before);
    await client.ask('POST', `/api/v1/sessions/${id}/control`, { action: 'stop' });
    expect(await client.untilEnded(id)).toMatchObject({ status: 'cancelled' });
    await expectLedger(id, { cancelled: 2 });
  });
});

/** Sums are those of the session, and what nobody counted stands there with what was put aside for it. */
async function expectLedger(id: string, broken: Readonly<Record<string, number>>): Promise<void> {
  const [{ items, totals }, { usage }, log] = await Promise.all([
    client.ledger(id),
    client.session(id),
    client.events(id),
  ]);
  const { attempts, currency: _currency, ...sums } = totals;
  expect(sums).toEqual(usage);
  const begun = log.flatMap((event) => (event.event === 'model_call:started' ? [event.data] : []));
  expect(attempts).toBe(begun.length);
  const cut = items.filter(({ outcome }) => outcome !== 'completed');
  expect(cut.map(({ outcome }) => outcome)).toEqual(
    Object.entries(broken).flatMap(([outcome, count]) => Array.from({ length: count }, () => outcome)),
  );
  for (const { turn_id, attempt, input_tokens, output_tokens, cost_usd } of cut) {
    const call = begun.find((other) => other.turn_id === turn_id && other.attempt === attempt);
    expect({ input_tokens, output_tokens, cost_usd }).toEqual(call?.reserved);
  }
}

async function report(id: string): Promise<string> {
  expect(await client.untilEnded(id)).toMatchObject({ status: 'completed', outcome: 'full' });
  return withoutBill(await client.report(id));
}

/** The calls in flight have reached the upstream: only then is it certain that they are repeated. */
async function untilHalted(halts: readonly Seat[], before: number, times = 1): Promise<void> {
  const hasHalted = (seat: Seat): boolean =>
    upstream.journal.slice(before).filter((call) => call.seat === seat && call.isHalted).length >= times;
  while (!halts.every(hasHalted)) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** Every turn once, its message beside it, one end. */
async function expectWholeLog(id: string): Promise<void> {
  const log = await client.events(id);
  expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1));
  const turns = log.flatMap((event) => (event.event === 'message:completed' ? [event.data.content] : []));
  expect(turns).toHaveLength(3);
  expect((await client.messages(id)).map(({ content }) => content)).toEqual(turns);
  expect(log.findIndex(({ event }) => event === 'execution:completed')).toBe(log.length - 1);
}

function countCalls(journal: readonly Call[]): Record<Seat, number> {
  const count = { for: 0, against: 0, judge: 0 };
  for (const { seat } of journal) count[seat] += 1;
  return count;
}
