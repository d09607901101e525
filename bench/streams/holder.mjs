// The engine in a process of its own, with its real gateway: `holder.mjs <sessions> <base URL>`; reports to its parent.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { COUNCIL_DEBATE } from '../../apps/council-server/test/council-client.mjs';
import { openEngine } from '../engine/open-engine.mjs';
import { DOCUMENT, OBJECTIVE } from '../sessions/case.mjs';

const { InProcessRunner, LiveChannel } = await import(
  new URL('../../dist/libs/dispatch/src/index.js', import.meta.url).href
);
const [count, url] = [Number(process.argv[2]), process.argv[3]];
const engine = await openEngine(null, { LLM_BASE_URL: url, LLM_MAX_CONCURRENCY: String(count * 2) });
const open = await engine.template({
  template_uuid: COUNCIL_DEBATE,
  input: { document_content: DOCUMENT, optimization_objective: OBJECTIVE },
});
const runner = engine.get(InProcessRunner);
const live = engine.get(LiveChannel);
let deltas = 0;
live.onDelta(() => (deltas += 1));

const megabytes = (bytes) => Math.round(bytes / 2 ** 20);
await runner.run(await open());
const ids = [];
for (let n = 0; n < count; n += 1) ids.push(await open());
const idle = megabytes(process.memoryUsage.rss());
const delay = monitorEventLoopDelay({ resolution: 10 });
delay.enable();
let peak = 0;
const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 200);
deltas = 0;
const cpu = process.cpuUsage();
const begunAt = performance.now();
let taken = 0;
const hold = async (id) => {
  // A server looks for what was left every third of a lease.
  for (taken += 1; (await runner.run(id)) !== 'rested'; taken += 1)
    await new Promise((resolve) => setTimeout(resolve, 1_000));
};
await Promise.all(ids.map(hold));
const seconds = (performance.now() - begunAt) / 1_000;
const { user, system } = process.cpuUsage(cpu);
clearInterval(watch);
delay.disable();
const rows = await engine.database.query(
  'SELECT status, count(*)::int AS n FROM sessions WHERE session_uuid = ANY($1::uuid[]) GROUP BY status',
  [ids],
);
await engine.close();
// The histogram counts from 10 ms on: that much is the timer's own.
const ms = (nanoseconds) => `${(nanoseconds / 1e6 - 10).toFixed(0)} ms`;
process.send(
  {
    ended: rows.map(({ status, n }) => `${n} ${status}`).join(', '),
    'taken up again': taken - count,
    'all took': `${seconds.toFixed(1)} s`,
    'deltas to the live channel': `${deltas} (${(deltas / seconds).toFixed(0)} a second)`,
    'event loop lag p50 / p99 / max': [delay.percentile(50), delay.percentile(99), delay.max].map(ms).join(' / '),
    'cores at work': ((user + system) / 1e6 / seconds).toFixed(2),
    'resident memory': `${idle} MB before, ${megabytes(peak)} MB at most`,
  },
  () => process.exit(),
);
