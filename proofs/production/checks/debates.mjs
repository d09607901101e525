import { BRISK, demand, within } from '../topology.mjs';

const APART_MS = 10;

/** Text has to come as it is spoken, not in heaps: in at least a fourth as many moments as there are pieces. */
function moments({ deltasAt }) {
  const count = deltasAt.filter((at, index) => index === 0 || at - deltasAt[index - 1] > APART_MS).length;
  demand(deltasAt.length > 0, 'no text was shown while it was spoken');
  demand(count >= deltasAt.length / 4, `${deltasAt.length} pieces of text came in ${count} heaps`);
  return count;
}

async function debate(topology, watch) {
  topology.pace = BRISK;
  const session = await topology.convene();
  const watcher = watch(session);
  try {
    const status = await within('the debate is seen to end', 15_000, watcher.ended);
    demand(status === 'completed', `it ended ${status}`);
    const count = moments(watcher);
    const missed = watcher.misses(await topology.wholeOf(session));
    demand(missed.length === 0, `events ${missed.join(', ')} were not shown`);
    demand(watcher.breaks.length === 0, `the line broke: ${watcher.breaks.join(', ')}`);
    return `${watcher.seqs.length} durable events, ${watcher.deltasAt.length} pieces of text in ${count} moments`;
  } finally {
    watcher.stop();
  }
}

/** It packs the stream, and what packs waits for more. */
const gathering = (site) =>
  site
    .replace('proxy_buffering off;', 'proxy_buffering on; proxy_ignore_headers X-Accel-Buffering;')
    .replace('gzip_types ', 'gzip_types text/event-stream ');

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
    sabotage: 'nginx packs the stream',
    async run(topology, isSabotaged) {
      if (isSabotaged) await topology.front.restart(gathering);
      return debate(topology, (session) => topology.stream(session));
    },
  },
];
