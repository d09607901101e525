// 200 councils over HTTP, answered as models of the field answer: how many of their real costs lie in the estimate's range
import { openProofServer } from './estimate/proof-server.mjs';
import { drawCouncil } from './estimate/drawn-council.mjs';
import { seedFromArguments } from './crash/seed-from-arguments.mjs';
import { seededRandom } from '../libs/testing/src/seeded-random.mjs';

const RUNS = 200;
const NEEDED = 0.95;
const seed = seedFromArguments(20_260_101);
const random = seededRandom(seed);
console.log(`seed ${seed} (--seed ${seed} repeats the run)`);
const { client, upstream, close } = await openProofServer(random);
const total = { inside: 0, wide: 0, unequal: 0, calls: 0, broken: 0 };
const ratios = [];

try {
  for (let run = 1; run <= RUNS; run += 1) await hold(run);
} finally {
  await close();
}
ratios.sort((one, other) => one - other);
const at = (part) => ratios[Math.floor(part * (ratios.length - 1))].toFixed(2);
console.log(
  `${total.inside} of ${RUNS} inside (${((100 * total.inside) / RUNS).toFixed(1)} %, ${100 * NEEDED} % are needed); ` +
    `real cost / expected: median ${at(0.5)}, 5 % below ${at(0.05)}, 5 % above ${at(0.95)}. ` +
    `${total.calls} attempts, ${total.broken} of them failed; ${total.unequal} ledgers differ from their session; ` +
    `${total.wide} ranges are wider than a factor of 3.`,
);
process.exit(total.inside >= NEEDED * RUNS && total.unequal === 0 && total.wide === 0 ? 0 : 1);

async function hold(run) {
  const request = drawCouncil(random);
  upstream.language = request.language;
  const { body: estimate } = await client.ask('POST', '/api/v1/sessions/estimate', request);
  const { low, expected, high } = estimate.cost_range_usd;
  const id = await client.convene(request);
  const { usage } = await client.untilEnded(id, 60_000);
  const { items, totals } = await client.ledger(id);
  const isSame = Object.entries(usage).every(([name, value]) => totals[name] === value);
  const isInside = usage.cost_usd >= low && usage.cost_usd <= high;
  total.inside += isInside ? 1 : 0;
  total.wide += high > 3 * low * (1 + 1e-9) ? 1 : 0;
  total.unequal += isSame ? 0 : 1;
  total.calls += items.length;
  total.broken += items.filter(({ outcome }) => outcome !== 'completed').length;
  ratios.push(usage.cost_usd / expected);
  if (isInside && isSame) return;
  const what = isSame ? 'outside' : 'UNEQUAL';
  const usd = (value) => value.toFixed(6);
  console.log(
    `run ${run}: ${what}, ${usd(usage.cost_usd)} of ${usd(low)} to ${usd(high)}, ${items.map((row) => row.outcome).join(' ')}`,
  );
}
