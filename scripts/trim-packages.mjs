// Takes out of an installed node_modules what no server reads at run time; the image's build calls it.
// node scripts/trim-packages.mjs FOLDER
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Whole folders: sources beside what was built of them, builds for browsers, the compiler that a plugin could use. */
const FOLDERS = [
  'typescript',
  'typeorm/browser',
  'zod/src',
  'openai/src',
  'rxjs/src',
  'rxjs/dist/bundles',
  'rxjs/dist/esm5',
  'luxon/src',
  'luxon/build/amd',
  'luxon/build/global',
];
/** Sources, their maps, types and reading matter; never a licence. */
const FILES = /(\.map|\.d\.[cm]?ts|\.tsbuildinfo|\.flow|\.markdown|(?<!licen[sc]e)\.md)$/i;

export function trimPackages(folder) {
  for (const path of FOLDERS) rmSync(join(folder, path), { recursive: true, force: true });
  for (const item of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (item.isFile() && FILES.test(item.name)) rmSync(join(item.parentPath, item.name));
  }
}

const [, script = '', folder] = process.argv;
if (script.endsWith('trim-packages.mjs')) {
  if (folder === undefined) throw new Error('which folder? node scripts/trim-packages.mjs node_modules');
  trimPackages(folder);
}
