// `npm run prove`: lists the proofs that take too long for every change (proofs/*.mjs). `npm run prove NAME...` runs some,
// `npm run prove all` every one; what begins with the first `--` is for the proofs: `npm run prove decisions -- --seed 11`.
// Results go into docs/proofs.md by hand, with the command and the date.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildIfStale } from './build.mjs';

const folder = 'proofs';
const proofs = existsSync(folder)
  ? readdirSync(folder)
      .filter((file) => file.endsWith('.mjs'))
      .map((file) => file.slice(0, -'.mjs'.length))
      .sort()
  : [];
const asked = process.argv.slice(2);
const end = asked.findIndex((word) => word.startsWith('--'));
const wanted = end < 0 ? asked : asked.slice(0, end);
const options = end < 0 ? [] : asked.slice(end);

if (wanted.length === 0) {
  if (proofs.length === 0) process.stdout.write(`There are no proofs in ${folder}/ yet.\n`);
  for (const name of proofs) {
    const [first = ''] = readFileSync(join(folder, `${name}.mjs`), 'utf8').split('\n');
    process.stdout.write(`${name.padEnd(24)} ${first.replace(/^\/\/ ?/, '')}\n`);
  }
  process.exit(0);
}

const chosen = wanted.includes('all') ? proofs : wanted;
const unknown = chosen.filter((name) => !proofs.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`No such proof: ${unknown.join(', ')}. There are: ${proofs.join(', ') || 'none'}\n`);
  process.exit(2);
}
buildIfStale();
const failed = chosen.filter((name) => {
  process.stdout.write(`\n== ${name}\n`);
  const run = spawnSync(process.execPath, [join(folder, `${name}.mjs`), ...options], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return run.status !== 0;
});
process.stdout.write(failed.length === 0 ? '\nAll shown.\n' : `\nNot shown: ${failed.join(', ')}\n`);
process.exit(failed.length === 0 ? 0 : 1);
