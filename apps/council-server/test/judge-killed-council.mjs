import { withoutBill } from './council-client.mjs';

const ORPHANED = 'MODEL.ORPHANED';

/**
 * Holds a council that was killed once against the undisturbed one: what it says, what it decided round by round, what it
 * was billed, and whom it asked. Answers what differs, how many calls were in flight when it was killed, and how many
 * were made beyond those of the undisturbed one.
 */
export function judgeKilledCouncil(killed, undisturbed) {
  const problems = [];
  const same = (what, read) => {
    const [is, was] = [read(killed), read(undisturbed)].map((value) => JSON.stringify(value));
    if (is !== was) problems.push(`${what}: ${is?.slice(0, 300)} instead of ${was?.slice(0, 300)}`);
  };
  same('status and outcome', ({ session }) => [session.status, session.outcome, session.round]);
  same('report', ({ report }) => withoutBill(report));
  same('score history', ({ session }) => session.score_history.map((score) => without(score, 'seq')));
  same('verdict', ({ session }) => session.verdict);
  same('ledger, but for orphans', ({ ledger }) =>
    ledger.items
      .filter(({ outcome }) => outcome !== 'orphaned')
      .map(bill)
      .sort(),
  );
  same('messages', ({ messages }) => messages.map(({ node_id, content }) => `${node_id} ${content}`).sort());
  same('files', ({ log }) => dataOf(log, 'file:written'));
  same('moves of the document', ({ log }) => dataOf(log, 'document:moved'));
  same('decisions', ({ log }) => dataOf(log, 'review:decided').map((decision) => without(decision, 'review_uuid')));
  same('events, but for calls', ({ log }) => countsOf(log));
  same('prompts', ({ calls }) => [...new Set(calls.map(({ seat, mark }) => `${seat} ${mark}`))].sort());
  const orphans = dataOf(killed.log, 'model_call:failed').filter(({ error }) => error.code === ORPHANED);
  const extra = killed.calls.length - undisturbed.calls.length;
  return { problems: [...problems, ...faults(killed, orphans, extra)], inFlight: orphans.length, extra };
}

function* faults({ log, ledger, session, isKilled, again }, orphans, extra) {
  if (log.some(({ seq }, index) => seq !== index + 1)) yield 'the log has gaps';
  if (log.findIndex(({ event }) => event === 'execution:completed') !== log.length - 1)
    yield 'not one end, and that last';
  if (extra > orphans.length) yield `${extra} calls more than undisturbed, ${orphans.length} were in flight`;
  if (!isKilled && orphans.length > 0) yield 'orphans, and nobody was killed';
  const { attempts } = ledger.totals;
  const sums = without(without(ledger.totals, 'attempts'), 'currency');
  if (JSON.stringify(sums) !== JSON.stringify(session.usage)) yield 'the sums of the ledger are not the usage';
  if (attempts !== log.filter(({ event }) => event === 'model_call:started').length) yield 'the ledger lacks attempts';
  const started = dataOf(log, 'model_call:started');
  for (const { turn_id, attempt, cost_usd } of ledger.items.filter(({ outcome }) => outcome === 'orphaned')) {
    const call = started.find((other) => other.turn_id === turn_id && other.attempt === attempt);
    if (call?.reserved.cost_usd !== cost_usd) yield `the orphan ${turn_id} is not billed at its worst case`;
  }
  if (again !== null && (again.status !== 409 || again.code !== 'REVIEW.DECIDED')) {
    yield `a decision that was sent again got ${again.status} ${again.code}`;
  }
}

const without = (object, name) => Object.fromEntries(Object.entries(object).filter(([key]) => key !== name));
const dataOf = (log, name) => log.filter(({ event }) => event === name).map(({ data }) => data);
const bill = ({ node_id, turn_id, input_tokens, output_tokens, cost_usd, outcome }) =>
  [turn_id, node_id, outcome, input_tokens, output_tokens, cost_usd].join(' ');

/** How often each thing happened. */
function countsOf(log) {
  const counts = {};
  for (const { event } of log) {
    if (!/^model_call:/.test(event)) counts[event] = (counts[event] ?? 0) + 1;
  }
  return Object.entries(counts).sort();
}
