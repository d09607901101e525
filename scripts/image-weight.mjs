// What the backend's image holds beside its base: a clean `npm ci --omit=dev`, trimmed as the image's build does it, and
// what was built. Starts the server from it once, so that nothing that is needed was taken out. `npm run image:weight`
// prints the table of docs/deployment.md; more than the limit fails.
import { spawnSync } from 'node:child_process';
import { cpSync, lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CouncilClient } from '../apps/council-server/test/council-client.mjs';
import { SpawnedServer } from '../apps/council-server/test/spawned-server.mjs';
import { buildIfStale } from './build.mjs';
import { trimPackages } from './trim-packages.mjs';

const LIMIT_MB = 250;
const SHOWN = 14;
/** As du counts them: what they take on the disk, which is more than what is in the files. */
const bytesOf = (path) => {
  const entry = lstatSync(path);
  const own = entry.blocks * 512;
  return entry.isDirectory() ? readdirSync(path).reduce((sum, name) => sum + bytesOf(join(path, name)), own) : own;
};
const megabytes = (bytes) => (bytes / 1e6).toFixed(1);
const row = (...cells) => process.stdout.write(`| ${cells.join(' | ')} |\n`);

buildIfStale();
const folder = mkdtempSync(join(tmpdir(), 'council-image-'));
try {
  for (const file of ['package.json', 'package-lock.json', '.npmrc']) cpSync(file, join(folder, file));
  const install = ['ci', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'];
  const { status } = spawnSync('npm', install, { cwd: folder, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error('npm ci failed (above)');
  const packages = join(folder, 'node_modules');
  const whole = bytesOf(packages);
  trimPackages(packages);
  for (const name of ['dist/program', 'bin', 'examples']) cpSync(name, join(folder, name), { recursive: true });

  const names = readdirSync(packages).flatMap((name) =>
    name.startsWith('@') ? readdirSync(join(packages, name)).map((own) => `${name}/${own}`) : [name],
  );
  const weights = names.map((name) => [name, bytesOf(join(packages, name))]).sort(([, a], [, b]) => b - a);
  const rest = weights.slice(SHOWN);
  row('what', 'MB');
  row('---', '---:');
  for (const [name, bytes] of weights.slice(0, SHOWN)) row(`\`${name}\``, megabytes(bytes));
  row(`${rest.length} other packages`, megabytes(rest.reduce((sum, [, bytes]) => sum + bytes, 0)));
  row(
    '`dist`, `bin`, `examples`',
    megabytes(['dist', 'bin', 'examples'].reduce((sum, name) => sum + bytesOf(join(folder, name)), 0)),
  );
  const total = bytesOf(folder);
  row('**together**', `**${megabytes(total)}**`);
  process.stdout.write(`\n${megabytes(whole)} MB of packages before trimming.\n`);
  await speaks();
  if (total > LIMIT_MB * 1e6) throw new Error(`more than ${LIMIT_MB} MB`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** A whole rehearsal by the server as it lies there: database, memory, encoder, report. */
async function speaks() {
  const data = join(folder, 'data');
  const program = join(folder, 'bin/council-server.mjs');
  const server = await SpawnedServer.start({ program, environment: { COUNCIL_DATA_DIR: data } });
  try {
    const client = new CouncilClient(() => server.url);
    const document = '# Move the archive\n\nThe archive moves in the second quarter. Reading stays possible.\n';
    const id = await client.convene({ document, objective: 'Decide whether to begin' });
    const { status } = await client.untilEnded(id, 60_000);
    if (status !== 'completed')
      throw new Error(`from the trimmed packages a session ended ${status}:\n${server.output}`);
    process.stdout.write('A session from the trimmed packages completed.\n');
  } finally {
    await server.stop();
  }
}
