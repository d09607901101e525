import { cite } from '../reading/quotation.js';
import type { Statement } from '../reading/statement.js';
import type { Turn } from './turn.js';

export const heading = (text: string): string => `## ${text}`;

/** A list item with a quotation. The label is a template, never a word of the document. */
export function bullet({ brief, words }: Turn, label: string, statement: Statement): string {
  return `- ${label === '' ? '' : `${label}${words.colon}`}${cite(statement.quotation, brief.language)}`;
}

/** Items of one list follow each other, everything else is a paragraph of its own. */
export function joinPieces(pieces: readonly string[]): readonly string[] {
  const isItem = (piece: string | undefined): boolean => piece !== undefined && /^(?:-|\d+\.) /.test(piece);
  return pieces.map((piece, index) => {
    const next = pieces[index + 1];
    if (next === undefined) return piece;
    return `${piece}${isItem(piece) && isItem(next) ? '\n' : '\n\n'}`;
  });
}
