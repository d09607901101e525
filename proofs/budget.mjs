// 1,000 councils of eight agents under caps that are reached: in how many runs more was spent, and how much of the caps was used.
import { spawnSync } from 'node:child_process';
import { seedFromArguments } from './crash/seed-from-arguments.mjs';

const seed = seedFromArguments(20_260_101);
const run = spawnSync(process.execPath, ['scripts/jest.mjs', 'int', 'budget'], {
  stdio: 'inherit',
  env: { ...process.env, BUDGET_RUNS: '1000', BUDGET_SEED: String(seed) },
});
process.exit(run.status ?? 1);
