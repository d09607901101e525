import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Ledger } from '@council/contracts';
import { openTestDatabase, type TestDatabase } from '@council/testing';
import { CouncilClient } from './council-client.mjs';
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
/** Seats whose first answer of a session stops in the middle, until the caller leaves. */
let halting: readonly Seat[] = [];
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
  const halts = ({ seat, nth }: Call & { readonly nth: number }): boolean => nth === 1 && halting.includes(seat);
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
    const after = await report(id);
    expect(withoutPrice(after)).toBe(withoutPrice(undisturbed));
    // What the dead server had asked for may have to be paid: it is on the bill at its worst.
    const { items } = (await client.get(`/api/v1/sessions/${id}/ledger`)) as Ledger;
    expect(items.filter(({ outcome }) => outcome === 'orphaned')).toHaveLength(halts.length);
    expect(after).not.toBe(undisturbed);
    expect(countCalls(upstream.journal.slice(before))).toEqual(calls);
    await expectWholeLog(id);
  });
});

const withoutPrice = (markdown: string): string => markdown.replace(/^\d+ tokens in, .+$/m, '');

async function report(id: string): Promise<string> {
  expect(await client.untilEnded(id)).toMatchObject({ status: 'completed', outcome: 'full' });
  return client.report(id);
}

/** The calls in flight have reached the upstream: only then is it certain that they are repeated. */
async function untilHalted(halts: readonly Seat[], before: number): Promise<void> {
  const hasHalted = (seat: Seat): boolean =>
    upstream.journal.slice(before).some((call) => call.seat === seat && call.isHalted);
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
