/** One hint at a sentence's stance. `at` counts the reader's units (words or characters), so that reach can be told. */
export interface Cue {
  /** `relief` lessens a risk that is named near it ("prevents"); `contrast` announces what matters more ("but"). */
  readonly kind: 'benefit' | 'risk' | 'relief' | 'negation' | 'contrast';
  readonly weight: number;
  readonly at: number;
  readonly isNegated: boolean;
}

export interface CueWords {
  readonly benefit: ReadonlyMap<string, number>;
  readonly risk: ReadonlyMap<string, number>;
  readonly relief: ReadonlySet<string>;
  readonly negation: ReadonlySet<string>;
  readonly contrast: ReadonlySet<string>;
}

/** Words are separated by white space; an underscore joins a phrase. */
export function cueWords(lists: {
  readonly benefit: Readonly<Record<number, string>>;
  readonly risk: Readonly<Record<number, string>>;
  readonly relief: string;
  readonly negation: string;
  readonly contrast: string;
}): CueWords {
  return {
    benefit: weighted(lists.benefit),
    risk: weighted(lists.risk),
    relief: new Set(wordsOf(lists.relief)),
    negation: new Set(wordsOf(lists.negation)),
    contrast: new Set(wordsOf(lists.contrast)),
  };
}

/** What a word or phrase hints at; null where it hints at nothing. */
export function cueOf(words: CueWords, word: string): Pick<Cue, 'kind' | 'weight'> | null {
  if (words.relief.has(word)) return { kind: 'relief', weight: 0 };
  if (words.negation.has(word)) return { kind: 'negation', weight: 0 };
  if (words.contrast.has(word)) return { kind: 'contrast', weight: 0 };
  const risk = words.risk.get(word);
  if (risk !== undefined) return { kind: 'risk', weight: risk };
  const benefit = words.benefit.get(word);
  return benefit === undefined ? null : { kind: 'benefit', weight: benefit };
}

function weighted(lists: Readonly<Record<number, string>>): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(lists).flatMap(([weight, words]) => wordsOf(words).map((word) => [word, Number(weight)] as const)),
  );
}

const wordsOf = (list: string): string[] =>
  list
    .trim()
    .split(/\s+/)
    .map((word) => word.replaceAll('_', ' '));
