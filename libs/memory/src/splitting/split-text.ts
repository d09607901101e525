import { sha256 } from '@council/kernel';

/** A piece of a text that is embedded as one. Lines count from 1. */
export interface Chunk {
  readonly content: string;
  readonly contentHash: string;
  readonly firstLine: number;
  readonly lastLine: number;
}

/** Characters, not bytes: a Chinese text is cut into pieces of the same length. */
const SIZE = 500;
/** What a chunk repeats of the one before, when the cut went through a paragraph. */
const OVERLAP = 50;

/** How good a place for a cut is. */
const SEAM = { withinWord: 0, word: 1, sentence: 2, line: 3, paragraph: 4 } as const;
type Seam = (typeof SEAM)[keyof typeof SEAM];

/** The smallest part that is never cut. */
interface Unit {
  readonly text: string;
  readonly length: number;
  /** What comes after it. */
  readonly seam: Seam;
}

/**
 * Up to 40 characters without space, with the punctuation and the space that follow. Chinese writes no spaces. None without an
 * end: a piece of a hundred thousand commas would hold the one encoder up, for everybody.
 */
const UNIT = /[^\s。！？；，、]{1,40}[。！？；，、]{0,40}\s{0,100}|[。！？；，、]{1,40}\s{0,100}|\s{1,100}/gu;

/**
 * Pieces of at most 500 characters that together hold the whole text. Each ends at the best seam of its second half: a
 * paragraph before a line, a line before a sentence, a sentence before a word.
 */
export function splitText(text: string): readonly Chunk[] {
  const units = (text.match(UNIT) ?? []).map(toUnit);
  const chunks: Chunk[] = [];
  let line = 1;
  let start = 0;
  while (start < units.length) {
    const end = endOf(units, start);
    const piece = textOf(units, start, end);
    const chunk = toChunk(piece, line);
    if (chunk !== null) chunks.push(chunk);
    const next = end === units.length ? end : overlapStart(units, start, end);
    line += linesIn(textOf(units, start, next));
    start = next;
  }
  return chunks;
}

function toUnit(text: string): Unit {
  return { text, length: Array.from(text).length, seam: seamAfter(text) };
}

function seamAfter(text: string): Seam {
  const space = /\s*$/.exec(text)?.[0] ?? '';
  if (/\n\s*\n/.test(space)) return SEAM.paragraph;
  if (space.includes('\n')) return SEAM.line;
  if (/[。！？；]\s*$|[.!?;]["'”’)\]]*\s+$/.test(text)) return SEAM.sentence;
  return space !== '' || /[，、]$/.test(text) ? SEAM.word : SEAM.withinWord;
}

/** The index behind the last unit of the chunk that begins at `start`. */
function endOf(units: readonly Unit[], start: number): number {
  let length = 0;
  let best = start + 1;
  let bestSeam: Seam = SEAM.withinWord;
  for (let index = start; index < units.length; index += 1) {
    const unit = units[index];
    length += unit?.length ?? 0;
    if (length > SIZE && index > start) return best;
    if (unit !== undefined && (length < SIZE / 2 || unit.seam >= bestSeam)) {
      best = index + 1;
      bestSeam = length < SIZE / 2 ? SEAM.withinWord : unit.seam;
    }
  }
  return units.length;
}

/** Back from a cut by as many whole units as the overlap holds; never into another paragraph. */
function overlapStart(units: readonly Unit[], start: number, end: number): number {
  if (units[end - 1]?.seam === SEAM.paragraph) return end;
  let length = 0;
  let index = end;
  while (index - 1 > start) {
    const unit = units[index - 1];
    length += unit?.length ?? 0;
    if (length > OVERLAP || (index < end && unit?.seam === SEAM.paragraph)) break;
    index -= 1;
  }
  return index;
}

function toChunk(piece: string, line: number): Chunk | null {
  const content = piece.trim();
  if (content === '') return null;
  const firstLine = line + linesIn(piece.slice(0, piece.indexOf(content)));
  return { content, contentHash: sha256(content), firstLine, lastLine: firstLine + linesIn(content) };
}

const textOf = (units: readonly Unit[], start: number, end: number): string =>
  units
    .slice(start, end)
    .map((unit) => unit.text)
    .join('');

const linesIn = (text: string): number => text.split('\n').length - 1;
