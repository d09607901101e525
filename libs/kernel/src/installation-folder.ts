import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folder with package.json, dist/ and examples/ in it. How deep this code lies below it differs: as it was written
 * (tests), compiled file by file (proofs, benchmarks), bundled (the program).
 */
export function installationFolder(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  for (let folder = here; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder;
    if (folder === dirname(folder)) throw new Error(`no package.json lies above ${here}`);
  }
}
