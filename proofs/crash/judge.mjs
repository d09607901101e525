import { withoutBill } from '../../apps/council-server/test/council-client.mjs';

const SEATS = { for: 'agent_affirmative', against: 'agent_negative', judge: 'agent_adjudicator' };
const STARTED = 'model_call:started';
const COMPLETED = 'message:completed';

/**
 * Holds a debate that was killed against the undisturbed one. A seat may have been asked once, and once more for each
 * kill that struck while it spoke: while an attempt of that process's life was in the log and the finished turn was not.
 */
export function judgeDebate({ calls, kills, log, messages, report, ledger, usage }, undisturbed) {
  const problems = [];
  const want = (isSo, problem) => isSo || problems.push(problem);
  want(withoutBill(report) === withoutBill(undisturbed), 'the report differs');
  want(
    log.every(({ seq }, index) => seq === index + 1),
    'the log has gaps',
  );
  const turns = log.filter(({ event }) => event === COMPLETED);
  want(turns.length === 3, `${turns.length} finished turns in the log`);
  want(
    JSON.stringify(messages.map(({ content }) => content)) === JSON.stringify(turns.map(({ data }) => data.content)),
    'the messages are not those of the log',
  );
  want(
    log.findIndex(({ event }) => event === 'execution:completed') === log.length - 1,
    'not exactly one end, at the end',
  );
  want(
    log.every(({ event, data }) => event !== 'model_call:failed' || data.error.code === 'MODEL.ORPHANED'),
    'a call failed by itself',
  );
  want(
    Object.entries(usage).every(([name, value]) => ledger.totals[name] === value),
    'the sums of the ledger are not those of the session',
  );
  want(ledger.totals.attempts === log.filter(({ event }) => event === STARTED).length, 'the ledger lacks attempts');
  const allowed = {};
  for (const [seat, node] of Object.entries(SEATS)) {
    const asked = calls.filter((call) => call.seat === seat).length;
    allowed[seat] = 1 + kills.filter((_, index) => wasSpeaking(log, node, kills, index)).length;
    want(asked >= 1 && asked <= allowed[seat], `${seat} was asked ${asked} times, allowed ${allowed[seat]}`);
  }
  const inFlight = Object.values(allowed).reduce((sum, count) => sum + count - 1, 0);
  return { problems, calls: calls.length, inFlight };
}

/** The seats that spoke when a kill struck. */
export function speakersAt(log, kills, index) {
  return Object.keys(SEATS).filter((seat) => wasSpeaking(log, SEATS[seat], kills, index));
}

function wasSpeaking(log, node, kills, index) {
  const { from, to } = kills[index];
  const bornAfter = kills[index - 1]?.from ?? 0;
  const own = log
    .filter(({ node_id }) => node_id === node)
    .map(({ event, timestamp }) => ({ event, at: Date.parse(timestamp) }));
  const hasBegun = own.some(({ event, at }) => event === STARTED && at >= bornAfter && at <= to);
  return hasBegun && !own.some(({ event, at }) => event === COMPLETED && at < from);
}
