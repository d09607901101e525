import { checkReferences, type PriorTurn, type Stance } from '@council/council-core';
import type { Reading } from '../reading/reading.js';
import type { Statement } from '../reading/statement.js';

/**
 * The statements that earlier turns quoted, in their order and each once. A reference without words cites what stands in
 * its lines; one whose words are not there cites nothing.
 */
export function citedStatements(
  reading: Reading,
  document: string,
  prior: readonly PriorTurn[],
  by?: Stance,
): readonly Statement[] {
  const turns = prior.filter((turn) => by === undefined || turn.stance === by);
  const cited = turns
    .flatMap(({ content }) => checkReferences(content, document))
    .filter(({ state }) => state !== 'missing' && state !== 'unverified')
    .flatMap((reference) =>
      reading.statements.filter(({ quotation }) => {
        const { firstLine, lastLine, words } = quotation;
        if (lastLine < reference.first_line || firstLine > reference.last_line) return false;
        return reference.quote === null || words.includes(reference.quote) || reference.quote.includes(words);
      }),
    );
  return [...new Set(cited)];
}
