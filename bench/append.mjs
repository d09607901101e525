// One append to a session's log, in turn: a small event, a turn's settlement, a long document; embedded or DATABASE_URL.
// `npm run bench append [appends]`. It uses the data folder or the database of the environment; without any, a new folder.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const appends = Number(process.argv[2] ?? 500);
const built = (path) => import(new URL(`../dist/${path}`, import.meta.url).href);
const folder = mkdtempSync(join(tmpdir(), 'council-bench-'));
if (process.env.DATABASE_URL === undefined) process.env.COUNCIL_DATA_DIR ??= folder;
process.env.COUNCIL_NO_PROBE ??= '1';

const { NestFactory } = await import('@nestjs/core');
const { AppModule } = await built('apps/council-server/src/app.module.js');
const { SessionStarter } = await built('libs/council/src/index.js');
const { OWNER } = await built('libs/access/src/index.js');
const { EventStore } = await built('libs/council-core/src/index.js');
const { ExecuteRequest } = await built('libs/contracts/src/index.js');
const { SYSTEM_TEMPLATES } = await built('libs/migrations/src/index.js');

const app = await NestFactory.createApplicationContext(await AppModule.forRoot(), { logger: ['error'] });
const store = app.get(EventStore);
const input = { document_content: '# Plan\nWe move.\n' };
const open = () =>
  app.get(SessionStarter).open(ExecuteRequest.parse({ template_uuid: SYSTEM_TEMPLATES.debate, input }), OWNER);

const turn = { turn_id: 'negative#1', attempt: 1, agent_id: null, provider: 'p', model: 'm' };
const usage = { input_tokens: 900, output_tokens: 300, is_estimated: false, total_tokens: 1_200 };
const costs = { estimated_cost_usd: 0.001, cumulative_session_tokens: 1_200, cumulative_session_cost_usd: 0.001 };
const message = {
  agent_name: 'A',
  content: 'It is so, for these reasons. '.repeat(110),
  references: [],
  latency_ms: 9,
};
const BATCHES = {
  'a call begins': () => [{ event: 'model_call:started', node_id: 'n', data: turn }],
  'a turn is settled': () => [
    { event: 'message:completed', node_id: 'n', data: { ...turn, ...message } },
    { event: 'token_usage', node_id: 'n', data: { ...turn, ...usage, ...costs } },
    { event: 'node_state_change', node_id: 'n', data: { status: 'completed' } },
  ],
  'a file of 200 KB': (n) => [
    {
      event: 'file:written',
      data: { path: `/f${n}.md`, version: 1, content: 'Ein langer Satz. '.repeat(12_000), author: 'a', reason: 'r' },
    },
  ],
};

for (const [what, make] of Object.entries(BATCHES)) {
  const count = what.includes('KB') ? Math.ceil(appends / 10) : appends;
  const session = await open();
  const times = [];
  for (let n = 0; n < count + 20; n += 1) {
    const events = make(n);
    const begun = performance.now();
    await store.append(session, null, events);
    if (n >= 20) times.push(performance.now() - begun);
  }
  const at = (share) => times.toSorted((a, b) => a - b)[Math.floor(times.length * share)].toFixed(2);
  process.stdout.write(`${what.padEnd(20)} p50 ${at(0.5)} ms  p95 ${at(0.95)} ms  (${count} appends)\n`);
}
await app.close();
rmSync(folder, { recursive: true, force: true });
