// Where the migrated cluster lies that integration tests copy; made by the global setup, read by test-database.ts.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));

/** Changes with the migrations and the seeds, as they were built. */
function schemaHash() {
  const folder = join(root, 'dist/libs/migrations/src');
  if (!existsSync(folder)) throw new Error('The server is not built. Run: npm run build');
  const hash = createHash('sha256');
  for (const file of readdirSync(folder, { recursive: true }).map(String).sort()) {
    if (file.endsWith('.js')) hash.update(file).update(readFileSync(join(folder, file)));
  }
  return hash.digest('hex').slice(0, 12);
}

export const clusterFolder = () => join(root, '.cache', `test-cluster-${schemaHash()}`);
export const templateDatabase = () => `council_template_${schemaHash()}`;
