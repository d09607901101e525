// `npm run check`: every gate of the repository. All of them run; the summary at the end says which
// ones are open. `npm run check lint types` runs only those.
import { spawn } from 'node:child_process';

/** Gate -> npm script. These do not depend on each other and run two at a time: all but the last, which writes dist/, only read. */
const APART = ['lint', 'types', 'format', 'deps', 'dead', 'build'];
/** These follow one another. `test` is the README's command: unit, integration and end-to-end, once. */
const IN_TURN = ['generated', 'test'];
const AT_ONCE = 2;

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => ![...APART, ...IN_TURN].includes(name));
if (unknown.length > 0) {
  process.stderr.write(`Unknown gate: ${unknown.join(', ')}. There are: ${[...APART, ...IN_TURN].join(', ')}\n`);
  process.exit(2);
}
const chosen = (gates) => gates.filter((gate) => wanted.length === 0 || wanted.includes(gate));
const summary = [];

const waiting = chosen(APART);
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    for (let gate = waiting.shift(); gate !== undefined; gate = waiting.shift()) await run(gate, true);
  }),
);
for (const gate of chosen(IN_TURN)) await run(gate, false);

process.stdout.write('\n== summary\n');
for (const { gate, isGreen, seconds } of summary) {
  process.stdout.write(`${isGreen ? 'ok    ' : 'FAILED'} ${gate.padEnd(10)} ${String(seconds).padStart(4)} s\n`);
}
process.exitCode = summary.every(({ isGreen }) => isGreen) ? 0 : 1;

/** What a gate says is kept together: where two run, it is shown at the end. */
async function run(gate, isHeldBack) {
  const started = Date.now();
  if (!isHeldBack) process.stdout.write(`\n== ${gate}\n`);
  const child = spawn('npm', ['run', '--silent', gate], { stdio: ['ignore', ...said(isHeldBack)] });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (more) => (text += more));
  const status = await new Promise((resolve) => child.once('close', resolve));
  if (isHeldBack) process.stdout.write(`\n== ${gate}\n${text}`);
  summary.push({ gate, isGreen: status === 0, seconds: Math.round((Date.now() - started) / 1_000) });
}

function said(isHeldBack) {
  return isHeldBack ? ['pipe', 'pipe'] : ['inherit', 'inherit'];
}
