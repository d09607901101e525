// What both engines are given: one document, one answer a seat, and a model that answers at once. And how both are timed.
import { readFileSync } from 'node:fs';
import pg from 'pg';

export const OBJECTIVE = 'Decide whether to begin this year';

const SECTION = (n) =>
  [
    `## Step ${n}`,
    'The archive moves to the new storage, shelf by shelf, while the old one stays readable.',
    'Two people check a sample of every shelf before the old copy is deleted.',
    'A shelf that fails the check stays where it is until the next quarter.',
    '',
  ].join('\n');
/** About 8,000 characters. */
export const DOCUMENT = `# Move the archive\n${Array.from({ length: 30 }, (_, n) => SECTION(n + 1)).join('')}`;

const paragraph = 'The plan says who checks and when, and leaves open who pays for the second copy meanwhile. ';
const analysis = (opening) =>
  `${opening}\n\n${paragraph.repeat(12)}\n- "Two people check a sample of every shelf before the old copy is deleted." [Ref: L4]\n`;
const JUDGEMENT = {
  score: { strategic_alignment: 80, practical_value: 60, logical_consistency: 70, weighted_total: 71 },
  verdict: 'Begin, and name who pays for the second copy.',
  exit_recommendation: false,
  disputes: [{ topic: 'Cost', affirmative: 'Small.', negative: 'Open.', ruling: 'Name it.', lines: 'L3-4' }],
  orders: [{ order: 'Name who pays.', lines: 'L3' }],
};
export const ANSWERS = {
  affirmative: analysis('The plan holds where it matters.'),
  negative: analysis('The plan rests on what nobody has shown.'),
  adjudicator: `${analysis('Both sides have been weighed.')}\n\`\`\`json\n${JSON.stringify(JUDGEMENT)}\n\`\`\`\n`,
};

/** Calls of the model and statements on the database since the process began. */
export const counted = { calls: 0, statements: 0 };

const { query } = pg.Client.prototype;
pg.Client.prototype.query = function (...given) {
  counted.statements += 1;
  return query.apply(this, given);
};

/**
 * Holds `sessions` of them, so many at once, and says what they took. A warm-up compiles everything and fills the pool.
 * `ask`: of the database that is on this machine; null: there is none.
 */
export async function report(holdOne, { sessions, atOnce, ask }) {
  await holdAll(holdOne, Math.max(40, Math.floor(sessions / 4)), atOnce);
  const backends = ask === null ? [] : await ask('SELECT pid FROM pg_stat_activity WHERE datname = current_database()');
  const databaseMs = () => backends.reduce((sum, { pid }) => sum + cpuMs(pid), 0);
  const before = { ...counted, databaseMs: databaseMs() };
  const cpu = process.cpuUsage();
  const startedAt = performance.now();
  await holdAll(holdOne, sessions, atOnce);
  const seconds = (performance.now() - startedAt) / 1_000;
  const { user, system } = process.cpuUsage(cpu);
  return {
    rate: sessions / seconds,
    cpuMs: (user + system) / 1_000 / sessions,
    databaseMs: (databaseMs() - before.databaseMs) / sessions,
    calls: (counted.calls - before.calls) / sessions,
    statements: (counted.statements - before.statements) / sessions,
  };
}

/** Of /proc/PID/stat, in ticks of 10 ms. */
function cpuMs(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

async function holdAll(holdOne, sessions, atOnce) {
  let left = sessions;
  const loop = async () => {
    while (left > 0) {
      left -= 1;
      await holdOne();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, loop));
}
