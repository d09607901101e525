// What servers do meanwhile: whether they answer, how large they are, what they have worked.
import { readdirSync, readFileSync } from 'node:fs';

const CLOCK_TICKS = 100;
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export const megabytesOf = (pid) =>
  Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1_024;

/** Files and sockets that it has open. */
export const handlesOf = (pid) => readdirSync(`/proc/${pid}/fd`).length;

/** Of all threads, those that verify passwords too. */
export function cpuSecondsOf(pid) {
  const [, rest] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
  const fields = rest.split(' ');
  return (Number(fields[11]) + Number(fields[12])) / CLOCK_TICKS;
}

/** Asks for their health at one address and for their size together, until it is stopped. */
export function watch(url, pids) {
  const seen = { asked: 0, refused: [], slowestMs: 0, megabytes: [] };
  let isOver = false;
  const watching = (async () => {
    while (!isOver) {
      const startedAt = performance.now();
      const status = await fetch(`${url}/health`).then(
        async (answer) => (await answer.arrayBuffer(), answer.status),
        (error) => error.message,
      );
      seen.asked += 1;
      seen.slowestMs = Math.max(seen.slowestMs, performance.now() - startedAt);
      if (status !== 200) seen.refused.push(status);
      try {
        seen.megabytes.push(pids.reduce((sum, pid) => sum + megabytesOf(pid), 0));
      } catch {
        // They have been ended, because the proof has failed elsewhere: what it says is not to be drowned.
        return;
      }
      await pause(200);
    }
  })();
  return {
    stop: async () => {
      isOver = true;
      await watching;
      return seen;
    },
  };
}
