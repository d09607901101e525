// Our share of a model call: CPU and latency beside @langchain/openai alone and the bare openai client; memory of streams.
// `npm run bench model-call [rounds]`. Every client runs in a process of its own, in turns, against one upstream.
import { fork } from 'node:child_process';

const CLIENTS = ['openai', 'langchain', 'council'];
const rounds = Number(process.argv[2] ?? 3);
const file = (name) => new URL(`./model-call/${name}.mjs`, import.meta.url);

const upstream = fork(file('upstream'));
const port = await new Promise((resolve) => upstream.once('message', resolve));

/** One measurement in a fresh process: what it reports as its only message. */
function measure(client, mode) {
  return new Promise((resolve, reject) => {
    const child = fork(file('client'), [client, mode, String(port)], { execArgv: ['--expose-gc', '--no-warnings'] });
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`${client} ${mode} ended with ${code}`)));
  });
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const row = (cells) => process.stdout.write(`| ${cells.join(' | ')} |\n`);

row(['mode', 'client', 'CPU a call (ms)', 'to langchain', 'p50 (ms)', 'added to openai (ms)']);
row(['---', '---', '---:', '---:', '---:', '---:']);
for (const mode of ['sequential', 'fifty']) {
  const results = Object.fromEntries(CLIENTS.map((client) => [client, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const client of CLIENTS) results[client].push(await measure(client, mode));
  }
  const of = (client, what) => median(results[client].map((result) => result[what]));
  for (const client of CLIENTS) {
    const cpu = of(client, 'cpuMs');
    const p50 = of(client, 'p50Ms');
    row([
      mode,
      client,
      cpu.toFixed(2),
      (cpu / of('langchain', 'cpuMs')).toFixed(2),
      p50.toFixed(1),
      (p50 - of('openai', 'p50Ms')).toFixed(1),
    ]);
  }
}

process.stdout.write('\n');
row(['streams at once', 'client', 'KB a stream']);
row(['---:', '---', '---:']);
for (const client of CLIENTS) {
  const { streams, kbPerStream } = await measure(client, 'memory');
  row([streams, client, kbPerStream.toFixed(1)]);
}
upstream.kill();
