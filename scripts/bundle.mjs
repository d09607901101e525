// `dist/program`: what `council-server` runs. The compiled files and most packages in some fifty files instead of two
// thousand, which Node looks up and compiles one by one: a start takes half of the time (docs/performance.md).
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const at = (...parts) => join(root, ...parts);

/**
 * What stays a package of its own: native code, data files and WebAssembly that lie beside the code; what is looked up by
 * name while it runs (drivers, optional parts of the framework); the one register of metadata that all have to share.
 */
const APART = [
  '@electric-sql/',
  '@energetic-ai/',
  '@node-rs/',
  'wink-',
  'reflect-metadata',
  'typeorm',
  'pg',
  'bullmq',
  'ioredis',
  '@redis/client',
];

const isApart = (id) =>
  APART.some((name) => (/[-/]$/.test(name) ? id.startsWith(name) : id === name || id.startsWith(`${name}/`)));

const folder = at('dist/program');
rmSync(folder, { recursive: true, force: true });
const build = await rolldown({
  cwd: root,
  platform: 'node',
  input: {
    main: at('dist/apps/council-server/src/main.js'),
    'database-process': at('dist/libs/persistence/src/embedded/database-process.js'),
  },
  external: isApart,
  // An optional part that is not installed is asked for when it is used, and says so then.
  logLevel: 'silent',
});
await build.write({
  dir: folder,
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: '[name]-[hash].js',
  // Names of classes are written into logs.
  keepNames: true,
});
await build.close();
