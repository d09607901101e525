// `npm run check`: every gate of the repository, one after the other. All of them run; the summary at the end says which
// ones are open. `npm run check lint types` runs only those.
import { spawnSync } from 'node:child_process';

/** Gate -> npm script. `test` is the README's command: unit, integration and end-to-end, once. */
const gates = ['format', 'lint', 'types', 'deps', 'dead', 'build', 'generated', 'test'];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !gates.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`Unknown gate: ${unknown.join(', ')}. There are: ${gates.join(', ')}\n`);
  process.exit(2);
}

const summary = (wanted.length > 0 ? wanted : gates).map((gate) => {
  process.stdout.write(`\n== ${gate}\n`);
  const started = Date.now();
  const run = spawnSync('npm', ['run', '--silent', gate], { stdio: ['ignore', 'inherit', 'inherit'] });
  return { gate, isGreen: run.status === 0, seconds: Math.round((Date.now() - started) / 1000) };
});

process.stdout.write('\n== summary\n');
for (const { gate, isGreen, seconds } of summary) {
  process.stdout.write(`${isGreen ? 'ok    ' : 'FAILED'} ${gate.padEnd(10)} ${String(seconds).padStart(4)} s\n`);
}
process.exit(summary.every((gate) => gate.isGreen) ? 0 : 1);
