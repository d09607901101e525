// A Council Debate with a model that takes a second a call: its wall time against its critical path, beside four others.
// `scripts/with-postgres.sh npm run bench debate [rounds]`, or without the script on the embedded database.
import { makeDatabasePlace } from '../proofs/crash/database-place.mjs';
import { ANSWERS, DOCUMENT, OBJECTIVE } from './sessions/case.mjs';
import { machine } from './machine/describe.mjs';

const rounds = Number(process.argv[2] ?? 5);
const CALL_MS = 1_000;
const PIECES = 40;
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const place = await makeDatabasePlace();
Object.assign(process.env, place.environment);
const { COUNCIL_DEBATE } = await import('../apps/council-server/test/council-client.mjs');
const { openEngine } = await import('./engine/open-engine.mjs');
const { InProcessRunner } = await import(new URL('../dist/libs/dispatch/src/index.js', import.meta.url).href);

/** When each call began and ended, by session: the seats of one stage overlap, the judge comes after them. */
let calls = [];
const model = {
  async *stream({ brief }) {
    const begunAt = performance.now();
    const text = ANSWERS[brief.stance];
    const size = Math.ceil(text.length / PIECES);
    for (let piece = 0; piece < PIECES; piece += 1) {
      await pause(Math.max(0, begunAt + (CALL_MS * (piece + 1)) / PIECES - performance.now()));
      yield { kind: 'text', text: text.slice(piece * size, (piece + 1) * size) };
    }
    calls.push({ stage: brief.stance === 'adjudicator' ? 2 : 1, tookMs: performance.now() - begunAt });
    yield { kind: 'done', inputTokens: 2_000, outputTokens: 400, isEstimated: false, finishReason: 'stop' };
  },
};

const engine = await openEngine(model);
const open = await engine.template({
  template_uuid: COUNCIL_DEBATE,
  input: { document_content: DOCUMENT, optimization_objective: OBJECTIVE },
});
const runner = engine.get(InProcessRunner);
const longest = (stage) => Math.max(...calls.filter((call) => call.stage === stage).map(({ tookMs }) => tookMs));

const rows = [];
for (let round = 0; round <= rounds; round += 1) {
  calls = [];
  const id = await open();
  const begunAt = performance.now();
  await runner.run(id);
  const wall = performance.now() - begunAt;
  const path = longest(1) + longest(2);
  // The first one compiles everything.
  if (round > 0) rows.push({ wall, path, ratio: wall / path });
}
await engine.close();
await place.remove();

const median = (what) => rows.map((row) => row[what]).toSorted((a, b) => a - b)[Math.floor(rows.length / 2)];
const worst = Math.max(...rows.map(({ ratio }) => ratio));
process.stdout.write(
  `${machine()}; ${place.kind}, ${rounds} Debates in turn, ${CALL_MS} ms a call in ${PIECES} pieces\n`,
);
process.stdout.write(
  `wall ${median('wall').toFixed(0)} ms, critical path ${median('path').toFixed(0)} ms, ratio ${median('ratio').toFixed(3)} (worst ${worst.toFixed(3)})\n`,
);
process.exit();
