import type { ChainedEvent, ChainHead, ChainProblem, Verification } from '@council/contracts';
import { eventDigest, eventHash } from './event-hash.js';

type Change = NonNullable<Verification['first_change']>;

/** Recomputes a log's chain from what its events say and names the first event that is not what was written. */
export function verifyLog(head: ChainHead, events: readonly ChainedEvent[]): Verification {
  const firstChained = events.findIndex(({ hash }) => hash !== null);
  const unchained = firstChained === -1 ? events.length : firstChained;
  const first_change = firstChange(head, events, unchained);
  return {
    ...head,
    is_intact: first_change === null,
    events: events.length,
    unchained_before: unchained === 0 ? null : unchained + 1,
    first_change,
  };
}

function firstChange(head: ChainHead, events: readonly ChainedEvent[], unchained: number): Change | null {
  let previous = head.session_uuid;
  for (const [index, event] of events.entries()) {
    const seq = index + 1;
    if (event.seq !== seq) return displaced(seq, event, events);
    if (seq > head.last_seq) return change('surplus', event);
    if (index < unchained) continue;
    const { timestamp } = event;
    if (event.hash !== eventHash({ previous, seq, timestamp, digest: eventDigest(event) })) {
      return change('altered', event);
    }
    previous = event.hash;
  }
  const missing = events.length + 1;
  if (head.last_seq >= missing) return nothingAt(missing);
  const last = events.at(-1);
  return last === undefined || last.hash === head.head_hash ? null : change('head', last);
}

/** The place `seq` is empty, or its event stands elsewhere, or stands there twice. */
function displaced(seq: number, found: ChainedEvent, events: readonly ChainedEvent[]): Change {
  if (events.every((event) => event.seq !== seq)) return nothingAt(seq);
  return { ...change('misplaced', found), seq, message: `at place ${seq} stands event ${found.seq} (${found.event})` };
}

const nothingAt = (seq: number): Change => ({
  seq,
  event: null,
  problem: 'missing',
  message: `event ${seq} is missing`,
});

const WORDS: Readonly<Record<ChainProblem, string>> = {
  missing: 'is missing',
  misplaced: 'stands in the wrong place',
  altered: 'is not what was chained there',
  surplus: 'stands behind the end of the log',
  head: 'is not the end that the session names',
};

const change = (problem: ChainProblem, { seq, event }: ChainedEvent): Change => ({
  seq,
  event,
  problem,
  message: `event ${seq} (${event}) ${WORDS[problem]}`,
});
