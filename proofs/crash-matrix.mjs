// kill -9 of the server after every append (so, after every event) of a debate and of an optimisation with its gate, in turn; embedded, and on TEST_DATABASE_URL where it is set
import { judgeKilledCouncil } from '../apps/council-server/test/judge-killed-council.mjs';
import { KilledCouncils } from '../apps/council-server/test/killed-councils.mjs';
import { SteadyModel } from '../apps/council-server/test/steady-model.mjs';
import { makeDatabasePlace } from './crash/database-place.mjs';

const PAUSE_MS = 15;
/** `--only optimize --from 40` goes on where an earlier run was cut off. */
const [only, from] = ['--only', '--from'].map((name) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? null : process.argv[at + 1];
});
const COUNCILS = only === null ? ['debate', 'optimize'] : [only];

const place = await makeDatabasePlace();
const model = await SteadyModel.start(PAUSE_MS);
const councils = new KilledCouncils(place.environment, model);
const total = { killed: 0, calls: 0, inFlight: 0, extra: 0, resent: 0, wrong: 0 };
const startedAt = Date.now();
try {
  const undisturbed = await councils.undisturbed(COUNCILS);
  for (const [council, { log, calls, session }] of Object.entries(undisturbed)) {
    console.log(
      `${council}, undisturbed: ${session.status}, ${log.length} events, ${calls.length} calls, ${session.score_history.length} rounds`,
    );
  }
  const points = COUNCILS.flatMap((council) =>
    lastOfAppends(undisturbed[council].log).map(({ seq, event }) => ({ council, place: seq, event })),
  ).filter((point) => point.place >= Number(from ?? 1));
  console.log(`${points.length} kills on ${place.kind}`);
  await councils.killAt(points, (point, result) => conclude(point, result, undisturbed[point.council]));
} finally {
  await councils.server?.kill();
  await model.stop();
  await place.remove();
}
console.log(
  `${place.kind}: ${total.killed} kills, ${total.wrong} differences; ${total.calls} calls, ${total.extra} of them repeated, ` +
    `${total.inFlight} were in flight; ${total.resent} decisions sent again; ${Math.round((Date.now() - startedAt) / 1000)} s`,
);
process.exit(total.wrong === 0 ? 0 : 1);

/**
 * An append is all or nothing: a kill after any of its events is the same kill. Its events have one time, to the
 * millisecond.
 */
function lastOfAppends(log) {
  return log.filter(({ timestamp }, index) => log[index + 1]?.timestamp !== timestamp);
}

function conclude({ council, place: at, event }, result, undisturbed) {
  const { problems, inFlight, extra } = judgeKilledCouncil(result, undisturbed);
  total.killed += result.isKilled ? 1 : 0;
  total.calls += result.calls.length;
  total.inFlight += inFlight;
  total.extra += extra;
  total.resent += result.again === null ? 0 : 1;
  total.wrong += problems.length;
  const killed = result.isKilled ? 'killed' : 'NOT killed';
  const verdict = problems.length === 0 ? 'the same' : `WRONG: ${problems.join('; ')}`;
  console.log(`${council} ${killed} after ${at} (${event}): ${inFlight} in flight, ${extra} repeated: ${verdict}`);
}
