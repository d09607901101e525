import type { ChatBrief } from '@council/council-core';

/** What each side's sentences are likely to be near to. Never shown. */
const QUERIES: Readonly<Record<'affirmative' | 'negative', string>> = {
  affirmative:
    'The proposal brings clear benefits: it saves money and time, solves a real problem, and its results are proven.',
  negative:
    'The proposal is dangerous: it can fail, costs are missing, nothing is proven, and important risks are not covered.',
};

/** The query of a seat. One without a side is known by its name alone. */
export function personaOf({ stance, seat }: ChatBrief): string {
  return stance === 'affirmative' || stance === 'negative' ? QUERIES[stance] : seat;
}
