// Our engine: in-process runner, PostgreSQL store and leases, in the server's own composition; only the model is replaced.
// `council.mjs <sessions> <at once>`; reports to its parent and ends.
import { COUNCIL_DEBATE } from '../../apps/council-server/test/council-client.mjs';
import { openEngine } from '../engine/open-engine.mjs';
import { ANSWERS, counted, DOCUMENT, OBJECTIVE, report } from './case.mjs';

const { InProcessRunner } = await import(new URL('../../dist/libs/dispatch/src/index.js', import.meta.url).href);

const model = {
  async *stream({ brief, messages }) {
    counted.calls += 1;
    if (messages[1].content.length < DOCUMENT.length) throw new Error('the prompt is not whole');
    const text = ANSWERS[brief.stance];
    yield { kind: 'text', text };
    yield { kind: 'done', inputTokens: 2_000, outputTokens: 400, isEstimated: false, finishReason: 'stop' };
  },
};

const [sessions, atOnce] = process.argv.slice(2).map(Number);
const engine = await openEngine(model);
const open = await engine.template({
  template_uuid: COUNCIL_DEBATE,
  input: { document_content: DOCUMENT, optimization_objective: OBJECTIVE },
});
const runner = engine.get(InProcessRunner);

async function holdOne() {
  const outcome = await runner.run(await open());
  if (outcome !== 'rested') throw new Error(`the session was left: ${outcome}`);
}

const result = await report(holdOne, { sessions, atOnce, ask: (sql) => engine.database.query(sql) });
const [{ unfinished }] = await engine.database.query(
  "SELECT count(*)::int AS unfinished FROM sessions WHERE status <> 'completed' OR verdict IS NULL",
);
if (unfinished > 0) throw new Error(`${unfinished} sessions have no verdict`);
await engine.close();
process.send(result, () => process.exit());
