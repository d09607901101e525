import { BRISK, demand, SLOW, until, within } from '../topology.mjs';

const redisIn = ({ details }) => details.cache?.status;

/** A session in the middle of its text, watched both ways. */
async function begin(topology) {
  topology.pace = SLOW;
  const session = await topology.convene();
  const watchers = [topology.socket(session), topology.stream(session)];
  await until('text is shown', () => watchers.every(({ deltasAt }) => deltasAt.length > 0));
  return { session, watchers };
}

async function isWhole(topology, { session, watchers }, timeoutMs) {
  try {
    for (const watcher of watchers) {
      const status = await within('the session is seen to end', timeoutMs, watcher.ended);
      demand(status === 'completed', `it ended ${status}`);
    }
    const whole = await topology.wholeOf(session);
    for (const watcher of watchers) demand(watcher.misses(whole).length === 0, 'events were not shown');
    return whole.length;
  } finally {
    for (const watcher of watchers) watcher.stop();
  }
}

export const outages = [
  {
    name: 'redis-away',
    isShort: true,
    sabotage: 'Redis is not stopped: nobody may say that it is away',
    async run(topology, isSabotaged) {
      const running = await begin(topology);
      if (!isSabotaged) await topology.redis.stop();
      await until(
        'health says what is missing',
        async () => redisIn(await topology.health()) === 'degraded',
        isSabotaged ? 3_000 : 20_000,
      ).catch(async (error) => {
        for (const watcher of running.watchers) watcher.stop();
        throw error;
      });
      const { status } = await topology.health();
      demand(status === 'degraded', `without Redis health says ${status}`);
      await isWhole(topology, running, 60_000);
      topology.pace = BRISK;
      const begun = await topology.client.untilEnded(await topology.convene(), 60_000);
      demand(begun.status === 'completed', `a session begun without Redis ended ${begun.status}`);
      await topology.redis.start();
      await until('health is well again', async () => (await topology.health()).status === 'ok', 30_000);
      const after = await topology.client.untilEnded(await topology.convene(), 60_000);
      demand(after.status === 'completed', `a session begun afterwards ended ${after.status}`);
      return 'one session went on, one was begun without Redis, one afterwards';
    },
  },
  {
    name: 'postgres-restart',
    isShort: false,
    sabotage: 'PostgreSQL is stopped and does not come back',
    async run(topology, isSabotaged) {
      const running = await begin(topology);
      await topology.postgres.stop();
      await until(
        'health says that the database is away',
        async () => (await topology.health()).status === 'error',
        20_000,
      );
      if (!isSabotaged) await topology.postgres.start();
      const events = await isWhole(topology, running, isSabotaged ? 10_000 : 60_000);
      for (const address of topology.addresses) await until(`${address} is healthy`, () => topology.isHealthy(address));
      return `the session went on to its end, ${events} events`;
    },
  },
];
