import type { SessionCreated } from '@council/contracts';
import { rehearse } from './estimate-session.js';
import { estimateTokens } from './estimate-tokens.js';

/** Of a longer document two beginnings are read: what every line more adds follows from them. */
const WHOLE_CHARACTERS = 16_000;

/**
 * The tokens that a session uses at most, as far as one can foresee: all seats long, and loops through all their rounds.
 * The breaker of spending measures against it, so that an honest council that is long does not open it.
 */
export function tokensForeseen(created: SessionCreated): number {
  const { document } = created;
  if (document === null || document.length <= WHOLE_CHARACTERS) return played(created);
  const [short, long] = [document.slice(0, WHOLE_CHARACTERS / 2), document.slice(0, WHOLE_CHARACTERS)];
  const [less, more] = [played({ ...created, document: short }), played({ ...created, document: long })];
  const readings = (more - less) / Math.max(1, estimateTokens(long) - estimateTokens(short));
  return Math.ceil(more + readings * (estimateTokens(document) - estimateTokens(long)));
}

const played = (created: SessionCreated): number =>
  rehearse(created, { tokensPerSecond: () => null }, 'high').turns.reduce(
    (sum, { inputTokens, outputTokens }) => sum + inputTokens + outputTokens,
    0,
  );
