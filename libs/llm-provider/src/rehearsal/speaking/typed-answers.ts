import type { ChatBrief, Stance } from '@council/council-core';
import { placeOf } from '../reading/quotation.js';
import type { Reading } from '../reading/reading.js';
import { citedStatements } from './cited-statements.js';
import type { Words } from './words.js';

const MOST_CLAIMS = 10;

/** Whatever it quotes, it does not judge: its ballot is none. Null for a stance that casts none. */
export function ballotOf(stance: Stance, { noJudgement: reason }: Words): string | null {
  if (stance === 'voter') return JSON.stringify({ choice: 'abstain', reason });
  return stance === 'scorer' ? JSON.stringify({ score: null, reason }) : null;
}

/**
 * The sentences with figures that earlier turns quoted, word by word: a figure is what can be looked up, and what nobody
 * quoted nobody claimed.
 */
export function claimsOf({ prior }: ChatBrief, document: string, reading: Reading): string {
  const claims = citedStatements(reading, document, prior)
    .filter(({ hasFigure, isQuestion }) => hasFigure && !isQuestion)
    .slice(0, MOST_CLAIMS)
    .map(({ quotation }) => ({ claim: quotation.words.replaceAll(/\s+/g, ' '), lines: placeOf(quotation) }));
  return JSON.stringify({ claims });
}
