// Runs one size of test (unit | int | e2e) or all: `node scripts/jest.mjs unit [jest arguments]`.
import { spawnSync } from 'node:child_process';

const [size, ...rest] = process.argv.slice(2);
const select = size && size !== 'all' ? ['--selectProjects', size] : [];
const result = spawnSync(
  process.execPath,
  ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', ...rest, ...select],
  { stdio: 'inherit', env: { ...process.env, NODE_ENV: 'test' } },
);
process.exit(result.status ?? 1);
