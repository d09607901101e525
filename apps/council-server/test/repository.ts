import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Tests that hold files of the repository against each other start here, wherever they were started from. */
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

export const pathInRepository = (path: string): string => join(ROOT, path);

export function readRepositoryFile(path: string): string {
  return readFileSync(pathInRepository(path), 'utf8');
}

export function isInRepository(path: string): boolean {
  return existsSync(join(ROOT, path));
}

export function isExecutable(path: string): boolean {
  return (statSync(join(ROOT, path)).mode & 0o111) !== 0;
}

/** The text of every source file of the server and its libs; tests are left out. */
export function readSources(): string[] {
  return ['apps/council-server/src', 'libs']
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
    )
    .filter((path) => path.endsWith('.ts') && !path.endsWith('spec.ts'))
    .map(readRepositoryFile);
}

/** The scripts of package.json that a text runs: `npm run build`, `npm start`, `npm test`. */
export function npmScriptsIn(text: string): string[] {
  return [...text.matchAll(/\bnpm (?:run )?(?!ci\b|run\b)([a-z:]+)/g)].map((match) => match[1] ?? '');
}
