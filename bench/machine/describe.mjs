// Where and when a benchmark ran, and how busy the machine was with anything else when it began.
import { cpus, loadavg } from 'node:os';

export function machine() {
  const [one] = loadavg();
  const [core] = cpus();
  return `${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores of ${core?.model.trim() ?? 'an unknown kind'}, Node ${process.version.slice(1)}, load ${one.toFixed(1)} at the end`;
}
