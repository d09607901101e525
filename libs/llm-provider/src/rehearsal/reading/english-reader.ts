import { setImmediate as breathe } from 'node:timers/promises';
import type { ItemSentence, ItemToken, ItsFunction, WinkMethods } from 'wink-nlp';
import { ENGLISH_CUES } from '../weighing/cues-en.js';
import { type Cue, cueOf } from '../weighing/cues.js';
import type { Block } from './document-blocks.js';
import { quotationOf } from './quotation.js';
import type { Sentence } from './statement.js';

interface Word {
  readonly raw: string;
  readonly lower: string;
  readonly lemma: string;
  readonly pos: string;
  readonly isNegated: boolean;
}

const LONGEST_PHRASE = 5;
const LEAST_WORDS = 3;
/** How many words a negation holds for. wink-nlp lets it run to the clause's end, which turns too much. */
const NEGATION_REACH = 5;
/** Words that negate what follows and that wink-nlp does not count. */
const ALSO_NEGATING = new Set(['nothing', 'nobody']);
/** Nouns that any two sentences may share without being about the same thing. */
const EMPTY_NOUNS = new Set(
  `year month week day hour minute second time percent euro dollar million thousand number figure section part way case
  thing example people person use today end start beginning step kind amount total level share half quarter rest table
  one two three four five first result plan document proposal design project problem question point reason fact need
  january february march april may june july august september october november december`.split(/\s+/),
);

/** Reads English with wink-nlp: sentences, lemmas, parts of speech, negation. Loading it blocks for 0.2 s, twice. */
export class EnglishReader {
  private static loaded: Promise<EnglishReader> | null = null;

  private constructor(private readonly nlp: WinkMethods) {}

  static load(): Promise<EnglishReader> {
    this.loaded ??= this.loadNow();
    return this.loaded;
  }

  private static async loadNow(): Promise<EnglishReader> {
    const { default: winkNlp } = await import('wink-nlp');
    await breathe();
    const { default: model } = await import('wink-eng-lite-web-model');
    await breathe();
    return new EnglishReader(winkNlp(model, ['sbd', 'negation', 'pos']));
  }

  read(block: Block): readonly Sentence[] {
    const words = wordsOf(this.nlp, block.text);
    const found: Sentence[] = [];
    let cursor = 0;
    for (const sentence of words) {
      const start = locate(block.text, sentence[0]?.raw, cursor);
      const end = sentence.reduce((at, word) => locate(block.text, word.raw, at) + word.raw.length, start);
      const read = sentenceOf(block, start, end, sentence);
      if (read !== null) found.push(read);
      cursor = end;
    }
    return found;
  }
}

function sentenceOf(block: Block, start: number, end: number, words: readonly Word[]): Sentence | null {
  if (words.filter((word) => /\p{L}/u.test(word.raw)).length < LEAST_WORDS) return null;
  const quotation = quotationOf(block, start, end);
  if (quotation === null) return null;
  const text = block.text.slice(start, end).replaceAll(/\s+/g, ' ');
  return {
    text,
    quotation,
    cues: cuesOf(words),
    topics: new Set(words.filter(isTopic).map((word) => word.lemma)),
    hasFigure: words.some((word) => word.pos === 'NUM' || /\d/.test(word.raw)),
    isQuestion: text.endsWith('?'),
  };
}

const isTopic = ({ pos, lemma }: Word): boolean =>
  (pos === 'NOUN' || pos === 'PROPN') && /^\p{L}{3,}/u.test(lemma) && !EMPTY_NOUNS.has(lemma);

function cuesOf(words: readonly Word[]): readonly Cue[] {
  const cues: Cue[] = [];
  const negated = negatedOf(words);
  for (let at = 0; at < words.length; at += 1) {
    for (let length = Math.min(LONGEST_PHRASE, words.length - at); length >= 1; length -= 1) {
      const phrase = words.slice(at, at + length);
      const cue =
        cueOf(ENGLISH_CUES, phrase.map(({ lower }) => lower).join(' ')) ??
        (length === 1 ? cueOf(ENGLISH_CUES, words[at]?.lemma ?? '') : null);
      if (cue === null || (cue.kind === 'relief' && words[at]?.pos === 'NOUN')) continue;
      cues.push({ ...cue, at, isNegated: negated[at] ?? false });
      at += length - 1;
      break;
    }
  }
  return cues;
}

function negatedOf(words: readonly Word[]): readonly boolean[] {
  let since = Infinity;
  return words.map(({ lower, isNegated }, index) => {
    const isBeginning = isNegated && words[index - 1]?.isNegated !== true;
    since = isBeginning ? 1 : since + 1;
    const isReached = since <= NEGATION_REACH && (isNegated || !/[,.;:]/.test(lower));
    if (ALSO_NEGATING.has(lower)) since = 0;
    return isReached;
  });
}

/** wink-nlp's own type calls these methods; they are plain functions that it calls back. */
interface Features {
  readonly lemma: ItsFunction<string>;
  readonly pos: ItsFunction<string>;
  readonly negationFlag: ItsFunction<boolean>;
}

/** No word: data, a long address. wink-nlp needs seconds for one of some thousand characters. */
const NO_WORD = /\S{100,}/g;

/** The words of each sentence. Line ends count as spaces: a sentence may run over several lines. */
function wordsOf(nlp: WinkMethods, text: string): readonly (readonly Word[])[] {
  const its = nlp.its as unknown as Features;
  const sentences: Word[][] = [];
  nlp
    .readDoc(text.replaceAll(/\s/g, ' ').replaceAll(NO_WORD, (run) => ' '.repeat(run.length)))
    .sentences()
    .each((sentence: ItemSentence) => {
      const words: Word[] = [];
      sentence.tokens().each((token: ItemToken) => words.push(wordOf(token, its)));
      sentences.push(words);
    });
  return sentences;
}

function wordOf(token: ItemToken, its: Features): Word {
  const raw = token.out();
  return {
    raw,
    lower: raw.toLowerCase(),
    lemma: token.out(its.lemma),
    pos: token.out(its.pos),
    isNegated: token.out(its.negationFlag) === true,
  };
}

/** Where a word stands in the text, from the cursor on. */
function locate(text: string, word: string | undefined, cursor: number): number {
  const at = word === undefined ? -1 : text.indexOf(word, cursor);
  return at === -1 ? cursor : at;
}
