/**
 * Kills this process, as `kill -9` would, right after an append that holds the event at a given place of a session's log
 * was committed, and before anything else follows from it: `COUNCIL_FAILPOINT=after-seq:12`. Only sessions that began in
 * this process reach it, so that the next process, which takes them up, may have a failpoint of its own. For proofs of
 * durability; without effect where `NODE_ENV` is `production`.
 */
const PLACE = placeOf(process.env);
const begunHere = new Set<string>();

export function reachFailpoint(sessionUuid: string, appended: readonly { readonly seq: number }[]): void {
  if (PLACE === null) return;
  if (appended.some(({ seq }) => seq === 1)) begunHere.add(sessionUuid);
  const isReached = appended.some(({ seq }) => seq === PLACE) && begunHere.has(sessionUuid);
  if (isReached) process.kill(process.pid, 'SIGKILL');
}

function placeOf({ NODE_ENV, COUNCIL_FAILPOINT = '' }: NodeJS.ProcessEnv): number | null {
  const place = /^after-seq:([1-9]\d{0,6})$/.exec(COUNCIL_FAILPOINT)?.[1];
  return place === undefined || NODE_ENV === 'production' ? null : Number(place);
}
