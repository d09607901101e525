import type { LogEvent, NewEvent } from '@council/contracts';
import { type DrawAllotmentEffect, fold, type Lease, returnEvents, toUsd } from '@council/council-core';
import { LiveChannel } from '@council/dispatch';
import { newUuid } from '@council/kernel';
import { connect, Database } from '@council/persistence';
import { openTestDatabase, pick, seededRandom, type TestDatabase } from '@council/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { PostgresEventStore } from '../postgres-event-store.js';
import { PostgresLeaseStore } from '../postgres-lease-store.js';
import { PostgresGroupBudgets } from './postgres-group-budgets.js';

const CAP = 10;
const SESSIONS = 8;

/** What a server draws with: connections of its own to the database that all share. */
class Server {
  readonly leases: PostgresLeaseStore;
  readonly store: PostgresEventStore;
  readonly budgets: PostgresGroupBudgets;

  constructor(readonly database: DataSource) {
    this.leases = new PostgresLeaseStore(database);
    this.store = new PostgresEventStore(database, new LiveChannel());
    this.budgets = new PostgresGroupBudgets(database, this.store);
  }
}
interface Held {
  readonly server: Server;
  readonly lease: Lease;
}

let test: TestDatabase;
let opened: Database;
let servers: readonly Server[];
let group: string;
let held: readonly Held[];

beforeAll(async () => {
  test = await openTestDatabase();
  opened = await Database.open(test.config);
  servers = [new Server(await connect(opened.options, 0)), new Server(await connect(opened.options, 0))];
  // From here on the database itself refuses what would pass the cap, at any moment.
  await query(`ALTER TABLE group_months ADD CONSTRAINT within_cap CHECK (allotted_usd BETWEEN 0 AND ${CAP})`);
});
beforeEach(async () => {
  group = newUuid();
  await query(`INSERT INTO groups (group_uuid, name, monthly_budget_usd) VALUES ($1, 'a group', $2)`, group, CAP);
  held = await Promise.all(Array.from({ length: SESSIONS }, (_, at) => heldBy(servers[at % 2] as Server)));
});
afterAll(async () => {
  for (const { database } of servers) await database.destroy();
  await opened.close();
  await test.close();
});

const query = <Row>(text: string, ...values: unknown[]): Promise<Row[]> =>
  (servers[0] as Server).database.query<Row[]>(text, values);

async function heldBy(server: Server): Promise<Held> {
  const id = newUuid();
  await query(
    `INSERT INTO sessions (session_uuid, group_uuid, has_group_budget, title, language, engine, usage, status)
     VALUES ($1, $2, true, 't', 'en', '{}', '{}', 'running')`,
    id,
    group,
  );
  const lease = await server.leases.acquire(id, 'me', 600_000);
  if (lease === null) throw new Error('nobody else holds it');
  return { server, lease };
}

const wanting = (usd: number, isIdle = false): DrawAllotmentEffect => ({
  type: 'draw-allotment',
  groupUuid: group,
  usd,
  least: 0.01,
  isIdle,
});
const draw = ({ server, lease }: Held, usd: number, isIdle = false): Promise<readonly LogEvent[]> =>
  server.budgets.draw(lease, wanting(usd, isIdle));
const allottedIn = (events: readonly (NewEvent | LogEvent)[]): number =>
  toUsd(events.reduce((sum, event) => sum + (event.event === 'budget:allotted' ? event.data.usd : 0), 0));

/** Without what it has, as a session gives it back that has spent nothing of it. */
async function giveBack({ server, lease }: Held): Promise<void> {
  const events = returnEvents(fold(await server.store.read(lease.sessionUuid)));
  if (events.length > 0) await server.store.append(lease.sessionUuid, lease, events);
}

/** The month, the sessions' rows and their logs say the same. */
async function drawn(): Promise<number> {
  const [row] = await query<{ month: number; rows: number }>(
    `SELECT (SELECT sum(allotted_usd)::float8 FROM group_months WHERE group_uuid = $1) AS month,
       (SELECT coalesce(sum(usd), 0)::float8 FROM session_allotments JOIN sessions USING (session_uuid)
        WHERE group_uuid = $1) AS rows`,
    group,
  );
  const logs = await Promise.all(held.map(({ server, lease }) => server.store.read(lease.sessionUuid)));
  const inLogs = logs
    .flatMap((log) => Object.values(fold(log).allotments.months))
    .reduce((sum, { usd }) => sum + usd, 0);
  expect([toUsd(row?.rows ?? -1), toUsd(inLogs)]).toEqual([row?.month, row?.month]);
  return row?.month ?? -1;
}

describe("a group's month that two servers draw from at once", () => {
  it('is given away to the last cent, and not a cent more', async () => {
    const answers = await Promise.all(held.flatMap((each) => [draw(each, 1.7), draw(each, 1.7)]));
    expect(allottedIn(answers.flat())).toBe(CAP);
    expect(await drawn()).toBe(CAP);
    expect(answers.filter((events) => events.length === 0).length).toBe(2 * SESSIONS - Math.ceil(CAP / 1.7));
  });

  it('is never passed while some give back what others ask for', async () => {
    const random = seededRandom(11);
    const steps = Array.from({ length: 12 }, () =>
      held.map((each) => ({ each, usd: pick(random, [0.5, 1.1, 2.3, 4.9]), isGiving: random() < 0.3 })),
    );
    // The steps of one session follow one another; those of the others do not wait for them.
    await Promise.all(
      held.map(async (_, at) => {
        for (const step of steps) {
          const { each, usd, isGiving } = step[at] ?? { each: held[0] as Held, usd: 0, isGiving: true };
          await (isGiving ? giveBack(each) : draw(each, usd));
        }
      }),
    );
    expect(await drawn()).toBeLessThanOrEqual(CAP);
    await Promise.all(held.map(giveBack));
    expect(await drawn()).toBe(0);
  });

  it('ends a session that waits for nobody, and no other', async () => {
    await draw(held[0] as Held, CAP);
    const asking = held[1] as Held;
    expect(await draw(asking, 1)).toEqual([]);
    expect(await draw(asking, 1, true)).toEqual([]);
    await query('UPDATE session_allotments SET is_open = false');
    expect(await draw(asking, 1, true)).toMatchObject([
      { event: 'budget:reached', data: { scope: 'group', cap: CAP } },
    ]);
  });
});
