// `npm run web:size`: how much script the web client loads, compressed as it is sent, and whether that is within budget.
// The first load is the entry with the home page, its words in both languages, and what it imports.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { buildIfStale } from './build.mjs';

const PAGE = 'dist/apps/web';
const KB = 1_024;
/** In KB. */
const FIRST_LOAD = 150;
/** What a page may bring on top of the first load. */
const PAGE_MORE = 300;
/** A page's chunk is named for its file: `pages/<area>/<name>-page.tsx`. */
const A_PAGE = /^src\/pages\/.+-page\.tsx$/;

const gzipped = (file) => gzipSync(readFileSync(join(PAGE, file)), { level: 9 }).length;

/** The files of a chunk and of all that it imports at once. */
function filesOf(manifest, key, files = new Set()) {
  const chunk = manifest[key];
  if (files.has(chunk.file)) return files;
  files.add(chunk.file);
  for (const imported of chunk.imports ?? []) filesOf(manifest, imported, files);
  return files;
}

const sum = (files) =>
  [...files].filter((file) => file.endsWith('.js')).reduce((all, file) => all + gzipped(file), 0) / KB;

export function webSizes() {
  const manifest = JSON.parse(readFileSync(join(PAGE, '.vite/manifest.json'), 'utf8'));
  const first = filesOf(manifest, 'index.html');
  const rows = [{ name: 'first load', kb: sum(first), budget: FIRST_LOAD }];
  for (const key of Object.keys(manifest).filter((key) => A_PAGE.test(key))) {
    const more = [...filesOf(manifest, key)].filter((file) => !first.has(file));
    rows.push({ name: key.replace('src/pages/', ''), kb: sum(more), budget: PAGE_MORE });
  }
  return rows;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  buildIfStale();
  const rows = webSizes();
  for (const { name, kb, budget } of rows) {
    const mark = kb <= budget ? 'ok    ' : 'LARGER';
    process.stdout.write(`${mark} ${name.padEnd(36)} ${kb.toFixed(1).padStart(6)} of ${budget} KB\n`);
  }
  process.exitCode = rows.every(({ kb, budget }) => kb <= budget) ? 0 : 1;
}
