/** A run of letters of any script but the Latin one, with their marks. */
const FOREIGN = /(?:[^\P{L}\p{Script=Latin}]\p{M}*)+/gu;
/** Chinese and Japanese marks, of which the encoder knows none. */
const FOREIGN_MARKS = /[\u3000-\u303f]/gu;
const LATIN_WORD = /[\p{Script=Latin}\p{N}]+/gu;

export const LETTER_DIMENSION = 512;

export interface Scripts {
  /** The text without its foreign runs. */
  readonly latin: string;
  readonly foreign: readonly string[];
  /** Share of the text that is foreign, 0 to 1. Two letters of Chinese say about as much as one English word. */
  readonly foreignShare: number;
}

export function splitScripts(text: string): Scripts {
  const foreign = text.match(FOREIGN) ?? [];
  const latin = text.replaceAll(FOREIGN, ' ').replaceAll(FOREIGN_MARKS, ' ');
  const words = (latin.match(LATIN_WORD) ?? []).length;
  const letters = foreign.reduce((sum, run) => sum + Array.from(run).length / 2, 0);
  return { latin, foreign, foreignShare: letters === 0 ? 0 : letters / (letters + words) };
}

/**
 * Letters and pairs of neighbours, hashed into a unit vector (signed, so that collisions cancel out). Cosine is then the
 * overlap of the wording: no meaning, but what a search in Chinese, which writes no spaces, can rest on.
 */
export function letterVector(runs: readonly string[]): Float64Array {
  const counts = new Map<string, number>();
  for (const run of runs) {
    const letters = Array.from(run.normalize('NFKC'));
    letters.forEach((letter, index) => {
      count(counts, letter, 0.5);
      if (index > 0) count(counts, `${letters[index - 1] ?? ''}${letter}`, 1);
    });
  }
  const vector = new Float64Array(LETTER_DIMENSION);
  for (const [feature, weight] of counts) {
    const hash = fnv1a(feature);
    const place = hash % LETTER_DIMENSION;
    vector[place] = (vector[place] ?? 0) + (hash >>> 31 === 0 ? 1 : -1) * Math.sqrt(weight);
  }
  const norm = Math.hypot(...vector);
  return norm === 0 ? vector : vector.map((value) => value / norm);
}

function count(counts: Map<string, number>, feature: string, weight: number): void {
  counts.set(feature, (counts.get(feature) ?? 0) + weight);
}

/** FNV-1a, 32 bits, over UTF-16 units. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
