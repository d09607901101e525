// `npm start`: builds what is missing or out of date, then serves in this terminal. Arguments go to the server.
import { spawn } from 'node:child_process';
import { buildIfStale } from './build.mjs';

buildIfStale();
const server = spawn(process.execPath, ['bin/council-server.mjs', 'serve', ...process.argv.slice(2)], {
  stdio: 'inherit',
});
// Ctrl-C reaches the server by itself (same terminal); a signal to this process alone has to be passed on. Either way
// this process waits, so that the prompt comes back after the server has closed its database.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) server.kill(signal);
  });
}
server.on('error', (error) => {
  process.stderr.write(`The server could not be started: ${error.message}\n`);
  process.exit(1);
});
server.on('exit', (code, signal) => process.exit(signal === null ? (code ?? 1) : 1));
