import { BRISK, demand, within } from '../topology.mjs';

/** A debate has two answers one after the other; its text has to come while it is spoken, not in heaps. */
function asSpoken(watcher) {
  const [first, last] = [watcher.deltasAt[0], watcher.deltasAt.at(-1)];
  demand(first !== undefined, 'no text was shown while it was spoken');
  const spokenMs = 2 * BRISK.pieces * BRISK.pauseMs;
  demand(last - first > spokenMs / 2, `text of ${spokenMs} ms came within ${last - first} ms`);
}

async function debate(topology, watch) {
  topology.pace = BRISK;
  const session = await topology.convene();
  const watcher = watch(session);
  try {
    const status = await within('the debate is seen to end', 30_000, watcher.ended);
    demand(status === 'completed', `it ended ${status}`);
    asSpoken(watcher);
    const missed = watcher.misses(await topology.wholeOf(session));
    demand(missed.length === 0, `events ${missed.join(', ')} were not shown`);
    demand(watcher.breaks.length === 0, `the line broke: ${watcher.breaks.join(', ')}`);
    return `${watcher.seqs.length} durable events, ${watcher.deltasAt.length} pieces of text`;
  } finally {
    watcher.stop();
  }
}

export const debates = [
  {
    name: 'websocket',
    isShort: true,
    sabotage: 'nginx does not pass the upgrade on',
    async run(topology, isSabotaged) {
      if (isSabotaged) await topology.front.restart((site) => site.replace(/proxy_set_header Upgrade .*\n/, ''));
      return debate(topology, (session) => topology.socket(session));
    },
  },
  {
    name: 'stream',
    isShort: true,
    sabotage: 'nginx gathers what it passes on',
    async run(topology, isSabotaged) {
      const gathering = 'proxy_buffering on; proxy_ignore_headers X-Accel-Buffering;';
      if (isSabotaged) await topology.front.restart((site) => site.replace('proxy_buffering off;', gathering));
      return debate(topology, (session) => topology.stream(session));
    },
  },
];
