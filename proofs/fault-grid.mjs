// Every fault that a provider can have, for every kind of turn, once and for ever: outcome, bill, sockets, listeners.
import { spawnSync } from 'node:child_process';

const run = spawnSync(process.execPath, ['scripts/jest.mjs', 'int', 'fault-grid'], {
  stdio: 'inherit',
  env: { ...process.env, FAULT_GRID: 'whole' },
});
process.exit(run.status ?? 1);
