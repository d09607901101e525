import { CHINESE_CUES } from '../weighing/cues-zh.js';
import { type Cue, cueOf } from '../weighing/cues.js';
import type { Block } from './document-blocks.js';
import { quotationOf } from './quotation.js';
import type { Sentence } from './statement.js';

/** What runs on for longer is no sentence; the segmenter slows down on it. */
const SENTENCE = /[^。！？!?；;]{1,300}[。！？!?；;]*[”’」』）)]*/g;
const LEAST_CHARACTERS = 6;
const LONGEST_CUE = 6;
/** How many characters behind a word of negation it still holds for, unless a comma ends it. */
const NEGATION_REACH = 5;
/** Hints of risk that negate what follows them. */
const ALSO_NEGATING = new Set(['无法', '不能', '难以', '尚未', '还没有']);
const CLAUSE_END = /[，。；：、！？,;:]/;
/** Words that any two sentences may share without being about the same thing. */
const EMPTY_WORDS = new Set(
  `我们 你们 他们 它们 公司 项目 平台 方案 建议 计划 问题 情况 方面 目前 今年 去年 明年 每年 每天 以及 或者 并且 因此 因为 所以 如果
  但是 然而 可以 能够 应当 需要 必须 已经 还没有 没有 这个 这些 其中 按照 根据 通过 进行 增加 减少 提高 降低 达到 超过 不足 同时
  之后 之前 之间 一个 一年 两个 三个 第二 本项目 本市 万元 平均 大约 部分 只有 无法 可能 完成 由于 为了 以上 以下 左右 从而 低于 高于 计算 作为 是否 承担 应当 什么 怎样 继续 综合 个月 以后 届时
  存在 主要 成为 使用 如何 不能 不会 还是 此类 各个 每个 这一 那些 由此 进而 以上 现有 提供 属于 表明 显示 明确 预计 一旦 还有`.split(
    /\s+/,
  ),
);
const NUMERAL = /^[\d〇零一二三四五六七八九十百千万亿两几半点分之第]+/;
const FIGURE =
  /\d|百分之|[〇零一二三四五六七八九十百千两]+(?:点[〇零一二三四五六七八九]+)?(?:万|亿|元|角|人|份|个|天|年|月|小时|分钟)/;

/** Reads Chinese by its words (`Intl.Segmenter`) and characters. There is no encoder for it: likeness is lexical. */
export class ChineseReader {
  private readonly segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

  read(block: Block): readonly Sentence[] {
    return [...block.text.matchAll(SENTENCE)].flatMap((match) => {
      const text = match[0].replaceAll(/\s+/g, ' ').trim();
      if ((text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) < LEAST_CHARACTERS) return [];
      const quotation = quotationOf(block, match.index, match.index + match[0].length);
      if (quotation === null) return [];
      return [
        {
          text,
          quotation,
          cues: cuesOf(text),
          topics: new Set(this.wordsOf(text)),
          hasFigure: FIGURE.test(text),
          isQuestion: /[？?][”’」』）)]*$/.test(text),
        },
      ];
    });
  }

  /** The words that carry a meaning, in their order. */
  wordsOf(text: string): readonly string[] {
    return [...this.segmenter.segment(text)]
      .filter(({ segment, isWordLike }) => isWordLike === true && segment.length >= 2)
      .map(({ segment }) => segment.toLowerCase())
      .filter((word) => !EMPTY_WORDS.has(word) && !NUMERAL.test(word));
  }
}

function cuesOf(text: string): readonly Cue[] {
  const cues: Cue[] = [];
  let negatedUntil = -1;
  for (let at = 0; at < text.length; at += 1) {
    if (CLAUSE_END.test(text.charAt(at))) negatedUntil = -1;
    for (let length = LONGEST_CUE; length >= 1; length -= 1) {
      const cue = at + length <= text.length ? cueOf(CHINESE_CUES, text.slice(at, at + length)) : null;
      if (cue === null) continue;
      cues.push({ ...cue, at, isNegated: cue.kind !== 'negation' && at <= negatedUntil });
      const from = at;
      at += length - 1;
      if (cue.kind === 'negation' || ALSO_NEGATING.has(text.slice(from, at + 1))) negatedUntil = at + NEGATION_REACH;
      break;
    }
  }
  return cues;
}
