// The same council on LangGraph: `langgraph.mjs <sessions> <at once> <memory|async|sync> [lean]`; reports to its parent and
// ends. Its nodes call the model as a plain function: no share of a chat model's own is charged to it. `lean` leaves out
// `start` and `parallel`, which do nothing there: each is a superstep with a checkpoint of its own.
import { randomUUID } from 'node:crypto';
import { Annotation, END, MemorySaver, START, StateGraph } from '@langchain/langgraph';
import { PostgresSaver } from '@langchain/langgraph-checkpoint-postgres';
import pg from 'pg';
import { ANSWERS, counted, DOCUMENT, OBJECTIVE, report } from './case.mjs';

const [, , sessions, atOnce, durability, shape] = process.argv;
const isLean = shape === 'lean';
const isKept = durability !== 'memory';

const State = Annotation.Root({
  document: Annotation,
  objective: Annotation,
  affirmative: Annotation,
  negative: Annotation,
  adjudicator: Annotation,
  verdict: Annotation,
  report: Annotation,
});

const numbered = (text) =>
  text
    .split('\n')
    .map((line, at) => `L${at + 1}| ${line}`)
    .join('\n');

async function ask(seat, messages) {
  counted.calls += 1;
  if (messages[1].content.length < DOCUMENT.length) throw new Error('the prompt is not whole');
  return ANSWERS[seat];
}

const speaks = (seat) => async (state) => {
  const prior = ['affirmative', 'negative'].filter((other) => other !== seat && state[other] !== undefined);
  const user = [
    `<objective>\n${state.objective}\n</objective>`,
    `<document>\n${numbered(state.document)}\n</document>`,
    ...prior.map((other) => `<analysis seat="${other}">\n${state[other]}\n</analysis>`),
    `You are the ${seat}. Write your analysis and quote the lines it rests on.`,
  ].join('\n\n');
  const answer = await ask(seat, [
    { role: 'system', content: `You sit in a council of three as the ${seat}.` },
    { role: 'user', content: user },
  ]);
  if (seat !== 'adjudicator') return { [seat]: answer };
  return { adjudicator: answer, verdict: JSON.parse(/```json\n([\s\S]+?)\n```/.exec(answer)[1]) };
};

const writes = (state) => ({
  report: [
    `# ${state.objective}`,
    state.verdict.verdict,
    ...['affirmative', 'negative', 'adjudicator'].map((seat) => `## ${seat}\n\n${state[seat]}`),
  ].join('\n\n'),
});

const graph = new StateGraph(State)
  .addNode('for', speaks('affirmative'))
  .addNode('against', speaks('negative'))
  .addNode('judge', speaks('adjudicator'))
  .addNode('write', writes)
  .addEdge(['for', 'against'], 'judge')
  .addEdge('judge', 'write')
  .addEdge('write', END);
if (!isLean) {
  const nothing = () => ({});
  graph.addNode('start', nothing).addNode('parallel', nothing).addEdge(START, 'start').addEdge('start', 'parallel');
}
const opening = isLean ? START : 'parallel';
graph.addEdge(opening, 'for').addEdge(opening, 'against');

const pool = isKept ? new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 }) : null;
const checkpointer = isKept ? new PostgresSaver(pool) : new MemorySaver();
if (isKept) await checkpointer.setup();
const council = graph.compile({ checkpointer });

async function holdOne() {
  const thread_id = randomUUID();
  const { report: text } = await council.invoke(
    { document: DOCUMENT, objective: OBJECTIVE },
    { configurable: { thread_id }, ...(isKept ? { durability } : {}) },
  );
  if (!text.includes('## adjudicator')) throw new Error('the report is not whole');
  // Else what it remembers of every session grows until the process is full.
  if (!isKept) await checkpointer.deleteThread(thread_id);
}

const askDatabase = pool === null ? null : async (sql) => (await pool.query(sql)).rows;
const result = await report(holdOne, { sessions: Number(sessions), atOnce: Number(atOnce), ask: askDatabase });
await pool?.end();
process.send(result, () => process.exit());
