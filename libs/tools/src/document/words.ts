const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** INC-48213, 7.3, CVE-2024-3094: letters and figures joined by signs. Scripts without spaces begin something new. */
const JOINED =
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}_]+(?:[-._/][\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}_]+)+/gu;

export const hasFigure = (word: string): boolean => /\p{N}/u.test(word);

/** What is looked for: the words of a text in any language. What points to one thing stays one word. */
export function wordsAsked(text: string): string[] {
  return [...identifiersIn(text), ...wordsIn(text.replaceAll(JOINED, (joined) => (hasFigure(joined) ? ' ' : joined)))];
}

/** What can be found: identifiers whole, and their parts too, for whoever knows only the number. */
export const wordsToFind = (text: string): string[] => [...identifiersIn(text), ...wordsIn(text)];

/** A figure without a sign is a word already. */
const identifiersIn = (text: string): string[] => (text.match(JOINED) ?? []).filter(hasFigure);

const wordsIn = (text: string): string[] =>
  [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike === true).map(({ segment }) => segment);
