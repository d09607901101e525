import type { SeatSnapshot } from '@council/contracts';
import { estimateRequestTokens, estimateTokens } from '../estimate/estimate-tokens.js';
import { OUTPUT_TOKENS_MAX } from '../ledger/reserve-call.js';
import type { ChatRequest, PriorTurn } from '../ports/chat-model.js';
import { RESULT_WORDS } from './result-words.js';

type Request = Omit<ChatRequest, 'signal'>;

/** Counting is an estimate: a part of the window stays free. */
const SAFETY = 0.9;
/** Below this many characters an analysis says nothing. */
const LEAST_CHARACTERS = 400;

/**
 * The request with as much of the previous analyses as the model can read. The longest are cut first, and each cut is
 * stated where it was made; document, objective and task are never cut.
 */
export function fitWindow(
  compose: (prior: readonly PriorTurn[]) => Request,
  prior: readonly PriorTurn[],
  seat: SeatSnapshot,
): Request {
  const whole = compose(prior);
  if (seat.context_tokens === undefined || prior.length === 0) return whole;
  const room = seat.context_tokens * SAFETY - (whole.maxTokens ?? OUTPUT_TOKENS_MAX);
  const excess = estimateRequestTokens(whole) - room;
  if (excess <= 0) return whole;
  const most = longestThatFits(prior, excess);
  const words = RESULT_WORDS[whole.brief.language];
  return compose(
    prior.map((turn) =>
      turn.content.length <= most
        ? turn
        : { ...turn, content: `${turn.content.slice(0, most)}\n${words.cut(most, turn.content.length)}` },
    ),
  );
}

/** How many characters each analysis may have at most, so that together they lose this many tokens. */
function longestThatFits(prior: readonly PriorTurn[], excess: number): number {
  const lengths = prior.map(({ content }) => content.length);
  const tokens = prior.reduce((sum, { content }) => sum + estimateTokens(content), 0);
  const perToken = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, tokens);
  // What says that something is cut takes room as well.
  const toLose = (excess + 40 * prior.length) * perToken;
  let low = LEAST_CHARACTERS;
  let high = Math.max(...lengths);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const lost = lengths.reduce((sum, length) => sum + Math.max(0, length - middle), 0);
    if (lost >= toLose) low = middle;
    else high = middle - 1;
  }
  return low;
}
