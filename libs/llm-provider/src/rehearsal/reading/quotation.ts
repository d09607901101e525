import type { Language } from '@council/contracts';
import type { Block } from './document-blocks.js';

/** Exact words of the document and where they stand, in a form that survives `checkReferences`. */
export interface Quotation {
  readonly words: string;
  readonly firstLine: number;
  readonly lastLine: number;
  /** Whether words of the sentence are missing before or behind it. */
  readonly isCutBefore: boolean;
  readonly isCutBehind: boolean;
}

const LONGEST = 400;
/** A quotation must not be so short a part of its sentence that it says something else. */
const LEAST_SHARE = 0.5;

/**
 * What must not stand inside quotation marks: other quotation marks, fences (they would swallow the verdict's block),
 * text that looks like a reference, Markdown's marks at the beginning of a line, and what PostgreSQL cannot store.
 */
const BREAK =
  // eslint-disable-next-line no-control-regex -- NUL is one of those
  /["“”„«»「」『』]|`{3,}|~{3,}|\[(?=Ref:|Lines?\s)|\n[ \t]*(?=[>#|]|[-*+=•][ \t=-]|\d{1,3}[.)][ \t])|[\u0000\ud800-\udfff]/giu;
const EDGE_BEFORE = /^[\s,;:，；：、。.)）!?！？]+/;
const EDGE_BEHIND = /[\s(（]+$/;

/** The longest part of a sentence that can be quoted; null where too little of it can. */
export function quotationOf(block: Block, start: number, end: number): Quotation | null {
  const sentence = block.text.slice(start, end);
  const longest = runsOf(sentence).reduce((best, run) => (run.words.length > best.words.length ? run : best));
  const words = shorten(longest.words);
  if (words.length < Math.min(sentence.trim().length, LONGEST) * LEAST_SHARE) return null;
  const at = start + longest.at;
  const firstLine = block.firstLine + countLineEnds(block.text.slice(0, at));
  return {
    words,
    firstLine,
    lastLine: firstLine + countLineEnds(words),
    isCutBefore: sentence.slice(0, longest.at).trim() !== '',
    isCutBehind:
      sentence
        .slice(longest.at + words.length)
        .replaceAll(BREAK, '')
        .trim() !== '',
  };
}

/** `"exact words" [Ref: L12]`. Three dots stand where words are left out, outside the quotation marks. */
export function cite(quotation: Quotation, language: Language): string {
  const quoted = language === 'zh' ? `“${quotation.words}”` : `"${quotation.words}"`;
  return `${quotation.isCutBefore ? '... ' : ''}${quoted}${quotation.isCutBehind ? ' ...' : ''} [Ref: ${placeOf(quotation)}]`;
}

/** `L12` or `L12-14`. */
export const placeOf = ({ firstLine, lastLine }: Quotation): string =>
  firstLine === lastLine ? `L${firstLine}` : `L${firstLine}-${lastLine}`;

/** For the machine-readable block, where a reference in brackets would be read once more, with the wrong marks. */
export const inWords = (quotation: Quotation): string => `“${quotation.words.replaceAll(/\s+/g, ' ')}”`;

function runsOf(sentence: string): readonly { readonly at: number; readonly words: string }[] {
  const runs: { at: number; words: string }[] = [];
  let from = 0;
  const add = (to: number): void => {
    const raw = sentence.slice(from, to);
    const lead = EDGE_BEFORE.exec(raw)?.[0].length ?? 0;
    runs.push({ at: from + lead, words: raw.slice(lead).replace(EDGE_BEHIND, '') });
  };
  for (const mark of sentence.matchAll(BREAK)) {
    add(mark.index);
    from = mark.index + mark[0].length;
  }
  add(sentence.length);
  return runs;
}

/** Cut at the last white space or punctuation that fits, else between two characters. */
function shorten(words: string): string {
  if (words.length <= LONGEST) return words;
  const head = words.slice(0, LONGEST);
  const whole = /^[\s\S]*[\s，；、：]/.exec(head)?.[0] ?? head;
  return (whole.length < LONGEST / 2 ? head : whole).replace(/[\ud800-\udbff]$/, '').trimEnd();
}

const countLineEnds = (text: string): number => text.split('\n').length - 1;
