#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../dist/program/main.js', import.meta.url));
if (existsSync(main)) {
  await import(main);
} else {
  process.stderr.write('The server is not built. Run: npm run build\n');
  process.exitCode = 1;
}
