import { demand, until, within } from '../topology.mjs';

const COME_BACK = 1012;
const GRACE_MS = 25_000;
const READY_MS = 60_000;
/** Both restarts fall into it. */
const LONG = { pieces: 60, pauseMs: 100 };

/** Asks without a pause, as people and pages do, and keeps what was not answered well. */
function askOn(topology, session) {
  const refused = [];
  let asked = 0;
  let isOver = false;
  const loop = (async () => {
    while (!isOver) {
      asked += 1;
      const answer = await topology.client
        .ask('GET', `/api/v1/sessions/${session}`)
        .catch((error) => ({ status: error.message }));
      if (answer.status !== 200) refused.push(answer.status);
    }
  })();
  return {
    stop: async () => {
      isOver = true;
      await loop;
      return { asked, refused };
    },
  };
}

export const restarts = [
  {
    name: 'rolling-restart',
    isShort: true,
    sabotage: 'both backends are killed at once instead of asked to end one after the other',
    async run(topology, isSabotaged) {
      topology.pace = LONG;
      const session = await topology.convene();
      const watchers = [
        topology.socket(session),
        topology.socket(session),
        topology.stream(session),
        topology.stream(session),
      ];
      try {
        await until('text is shown', () => watchers.every(({ deltasAt }) => deltasAt.length > 0));
        const asking = askOn(topology, session);
        const took = await (isSabotaged ? killAll(topology) : roll(topology)).catch(async (error) => {
          // Who asks without a pause would go on for ever.
          await asking.stop();
          throw error;
        });
        const { asked, refused } = await asking.stop();
        for (const watcher of watchers) {
          const status = await within('the debate is seen to end', 60_000, watcher.ended).catch(async (error) => {
            const view = await topology.client.session(session);
            const events = await topology.client.events(session);
            const seen = watchers.map(({ seqs, breaks }) => `${seqs.at(-1)} [${breaks.join(' ')}]`).join('; ');
            throw new Error(
              `${error.message}; it is ${view.status} at event ${events.at(-1).seq} ${events.at(-1).event} ${JSON.stringify(view.lock)}; watchers: ${seen}`,
            );
          });
          demand(status === 'completed', `it ended ${status}`);
        }
        const whole = await topology.wholeOf(session);
        for (const watcher of watchers) {
          demand(watcher.misses(whole).length === 0, `events ${watcher.misses(whole).join(', ')} were not shown`);
          demand(watcher.repeated === 0, `${watcher.repeated} events were shown twice`);
        }
        demand(
          refused.length === 0,
          `${refused.length} of ${asked} requests were refused: ${[...new Set(refused)].join(', ')}`,
        );
        const codes = watchers.flatMap(({ breaks }) => breaks);
        demand(
          codes.some((code) => code === COME_BACK || code === 'ended'),
          'no line was broken',
        );
        for (const code of codes) demand(code === COME_BACK || code === 'ended', `a line ended with ${code}`);
        return `${codes.length} lines broken and back, ${asked} requests answered, restarts took ${took}`;
      } finally {
        for (const watcher of watchers) watcher.stop();
      }
    },
  },
];

async function roll(topology) {
  const took = [];
  for (const address of topology.addresses) {
    const backend = topology.backends.get(address);
    const startedAt = Date.now();
    await within(`${address} has ended`, GRACE_MS, backend.stop());
    took.push(`${((Date.now() - startedAt) / 1_000).toFixed(1)} s`);
    const { code } = await backend.exited;
    demand(code === 0, `${address} ended with ${code}:\n${backend.output}`);
    const next = topology.startBackend(address);
    await within(`${address} is ready again`, READY_MS, next.ready);
    await until(`${address} is healthy again`, () => topology.isHealthy(address));
  }
  return took.join(' and ');
}

async function killAll(topology) {
  await Promise.all(topology.addresses.map((address) => topology.backends.get(address).kill()));
  for (const address of topology.addresses) topology.startBackend(address);
  for (const address of topology.addresses) await until(`${address} is back`, () => topology.isHealthy(address));
  return 'no time';
}
