import { describe, expect, it } from '@jest/globals';
import { type Block, blocksOf } from '../reading/document-blocks.js';
import { ChineseReader } from '../reading/chinese-reader.js';
import { EnglishReader } from '../reading/english-reader.js';
import type { Sentence } from '../reading/statement.js';
import { leaningOf, stanceOf } from './stance.js';

const cuesIn = (reader: { read: (block: Block) => readonly Sentence[] }, sentence: string) =>
  [...blocksOf(sentence)].flatMap((block) => reader.read(block)).flatMap(({ cues }) => cues);

describe('the stance of an English sentence', () => {
  it.each([
    ['The locker saves eleven staff hours a week.', 'benefit'],
    ['A failure of the supplier stops the roll-out.', 'risk'],
    ['The wall holds 48 compartments.', 'neutral'],
    ['The second scan prevents the loading error that we observed.', 'benefit'],
    ['The loading error is prevented by a second scan.', 'benefit'],
    ['Nothing in the tools prevents the mistake.', 'risk'],
    ['No event was lost in the test.', 'benefit'],
    ['The new process is not efficient.', 'risk'],
    ['We cannot sell it at a price that patients accept.', 'risk'],
    ['The pump is expensive but reliable.', 'benefit'],
    ['The method is cheap, but it fails under load.', 'risk'],
  ])('%s', async (sentence, leaning) => {
    const reach = { ahead: 7, back: 4 };
    expect(leaningOf(stanceOf(cuesIn(await EnglishReader.load(), sentence), reach))).toBe(leaning);
  });
});

describe('the stance of a Chinese sentence', () => {
  it.each([
    ['平台能够提高运力的利用效率。', 'benefit'],
    ['一旦泄露将造成严重后果。', 'risk'],
    ['平台为每位老人建立饮食档案。', 'neutral'],
    ['这可以有效降低食品安全风险。', 'benefit'],
    ['目前的方案无法降低食品安全风险。', 'risk'],
    ['志愿者队伍不稳定，流失近一半。', 'risk'],
  ])('%s', (sentence, leaning) => {
    const reach = { ahead: 12, back: 9 };
    expect(leaningOf(stanceOf(cuesIn(new ChineseReader(), sentence), reach))).toBe(leaning);
  });
});
