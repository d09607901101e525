import { setImmediate as breathe } from 'node:timers/promises';
import type { Language } from '@council/contracts';
import type { SentenceEncoder } from '@council/council-core';
import { type Closeness, LexicalCloseness, VectorCloseness } from '../weighing/closeness.js';
import { leaningOf, type Reach, stanceOf } from '../weighing/stance.js';
import { textRank } from '../weighing/text-rank.js';
import { ChineseReader } from './chinese-reader.js';
import { type Block, blocksOf } from './document-blocks.js';
import { EnglishReader } from './english-reader.js';
import type { Reading } from './reading.js';
import type { Leaning, Sentence, Statement } from './statement.js';

/** More sentences than this are not weighed: the encoder takes 15 to 30 ms each. The clearest ones are kept. */
const MOST_STATEMENTS = 250;
/** How much text is read between two turns of the event loop, in characters. */
const BREATH = 2_000;
const LONGEST_PIECE = 4_000;
/** Words of English, characters of Chinese. */
const RELIEF_REACH: Readonly<Record<Language, Reach>> = { en: { ahead: 7, back: 4 }, zh: { ahead: 12, back: 9 } };
/** Where at least this share of the letters is Chinese, the document is. */
const CHINESE_SHARE = 0.2;
const SAMPLE = 20_000;

interface Weighed {
  readonly sentence: Sentence;
  readonly stance: number;
}

/** Reads a document: sentences, their stance, their nearness and importance. Gives the event loop its turns. */
export async function readDocument(document: string, encoder: SentenceEncoder, signal: AbortSignal): Promise<Reading> {
  const language = languageOf(document);
  const reader = language === 'zh' ? new ChineseReader() : await EnglishReader.load();
  const all = await weighSentences(document, (block) => reader.read(block), RELIEF_REACH[language], signal);
  const kept = all.length > MOST_STATEMENTS ? clearest(all) : all;
  const texts = kept.map(({ sentence }) => sentence.text);
  const closeness: Closeness =
    reader instanceof ChineseReader
      ? new LexicalCloseness(texts, (text) => reader.wordsOf(text))
      : await VectorCloseness.of(encoder, texts, signal);
  const importance = await textRank(kept.length, closeness, signal);
  const statements = kept.map(({ sentence, stance }, index): Statement => {
    const { cues: _cues, ...rest } = sentence;
    return { ...rest, index, stance, leaning: leaningOf(stance), importance: importance[index] ?? 0 };
  });
  return { language, statements, found: all.length, closeness, topicCounts: countTopics(statements) };
}

/** Sorted by text and without repetitions: of equal sentences the first is quoted. */
async function weighSentences(
  document: string,
  read: (block: Block) => readonly Sentence[],
  reach: Reach,
  signal: AbortSignal,
): Promise<readonly Weighed[]> {
  const found = new Map<string, Weighed>();
  let sinceBreath = Infinity;
  for (const block of blocksOf(document)) {
    for (const piece of piecesOf(block)) {
      if (sinceBreath > BREATH) {
        await breathe(undefined, { signal });
        sinceBreath = 0;
      }
      sinceBreath += piece.text.length;
      for (const sentence of read(piece)) {
        if (found.has(sentence.text)) continue;
        // A question asserts nothing, whatever its words are.
        found.set(sentence.text, { sentence, stance: sentence.isQuestion ? 0 : stanceOf(sentence.cues, reach) });
      }
    }
  }
  return [...found.values()].sort((a, b) => (a.sentence.text < b.sentence.text ? -1 : 1));
}

/** A line of a megabyte is read in pieces, cut behind a sentence where there is one. */
function* piecesOf(block: Block): Generator<Block> {
  let { firstLine, text } = block;
  while (text.length > LONGEST_PIECE) {
    const piece = text.slice(0, cutOf(text.slice(0, LONGEST_PIECE)));
    yield { firstLine, text: piece };
    firstLine += piece.split('\n').length - 1;
    text = text.slice(piece.length);
  }
  yield { firstLine, text };
}

function cutOf(window: string): number {
  for (const mark of ['. ', '。', '\n', ' ']) {
    const at = window.lastIndexOf(mark);
    if (at > window.length / 2) return at + mark.length;
  }
  return window.length;
}

/** The clearest of each side in its share of the document, so that the bound does not shift the balance. */
function clearest(all: readonly Weighed[]): readonly Weighed[] {
  const clarity = ({ stance, sentence }: Weighed): number => Math.abs(stance) + (sentence.hasFigure ? 0.05 : 0);
  const sideOf = (leaning: Leaning): readonly Weighed[] =>
    all.filter(({ stance }) => leaningOf(stance) === leaning).sort((a, b) => clarity(b) - clarity(a));
  const [benefits, risks] = [sideOf('benefit'), sideOf('risk')];
  const share = Math.min(1, MOST_STATEMENTS / (benefits.length + risks.length));
  const sided = [benefits, risks].flatMap((side) => side.slice(0, Math.round(side.length * share)));
  const kept = new Set([...sided, ...sideOf('neutral')].slice(0, MOST_STATEMENTS));
  return all.filter((weighed) => kept.has(weighed));
}

function countTopics(statements: readonly Statement[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const topic of statements.flatMap(({ topics }) => [...topics])) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  return counts;
}

function languageOf(document: string): Language {
  const letters = document.slice(0, SAMPLE).match(/\p{L}/gu) ?? [];
  const chinese = letters.filter((letter) => /\p{Script=Han}/u.test(letter));
  return letters.length > 0 && chinese.length / letters.length >= CHINESE_SHARE ? 'zh' : 'en';
}
