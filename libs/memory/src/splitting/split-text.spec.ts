import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { splitText } from './split-text.js';

const contents = (text: string): string[] => splitText(text).map((chunk) => chunk.content);
const lengthOf = (text: string): number => Array.from(text).length;
const sentence = (n: number): string => `Sentence number ${n} says that something was decided.`;
const sentences = (count: number): string => Array.from({ length: count }, (_, n) => sentence(n)).join(' ');

describe('splitting a text', () => {
  it('leaves a short text whole and nothing of an empty one', () => {
    expect(contents('One.\n\nTwo.')).toEqual(['One.\n\nTwo.']);
    expect(contents(' \n\n ')).toEqual([]);
  });

  it('cuts between paragraphs when it can, and then repeats nothing', () => {
    const [first, second] = [sentences(6), sentences(7)];
    expect(contents(`${first}\n\n${second}`)).toEqual([first, second]);
  });

  it('cuts a long paragraph behind a sentence and repeats a little of it', () => {
    const [first = '', second = ''] = contents(sentences(12));
    expect(first).toMatch(/decided\.$/);
    const overlap = second.slice(0, second.indexOf('Sentence', 1));
    expect(first.endsWith(overlap.trim())).toBe(true);
    expect(overlap.length).toBeGreaterThan(10);
    expect(overlap.length).toBeLessThanOrEqual(50);
  });

  it('counts characters: Chinese and faces fill a chunk as letters do', () => {
    const chinese = '委员会认为这个方案的风险大于收益。'.repeat(60);
    const faces = '\u{1F600}'.repeat(1_200);
    for (const text of [chinese, faces]) {
      const chunks = contents(text);
      expect(chunks.length).toBeLessThanOrEqual(4);
      for (const chunk of chunks) expect(lengthOf(chunk)).toBeLessThanOrEqual(500);
      expect(chunks.join('')).not.toContain('\ufffd');
    }
    expect(contents(chinese).every((chunk) => chunk.endsWith('。'))).toBe(true);
  });

  it('cuts what has no seam at all', () => {
    const chunks = contents('x'.repeat(1_700));
    expect(chunks.map(lengthOf).every((length) => length > 0 && length <= 500)).toBe(true);
    expect(new Set(chunks.join(''))).toEqual(new Set(['x']));
  });

  it.each(['，', '。 ', '！', '\u3000', '、\n'])('makes no chunk longer than others of thousands of %j', (mark) => {
    const chunks = contents(`Plan${mark.repeat(5_000)}end`);
    expect(Math.max(...chunks.map(lengthOf))).toBeLessThanOrEqual(500);
    expect([chunks.at(0)?.startsWith('Plan'), chunks.at(-1)?.endsWith('end')]).toEqual([true, true]);
  });

  it('knows the lines that a chunk stands on', () => {
    const text = `# Title\n\n${sentences(8)}\n\n${sentences(3)}\n${sentences(3)}\n`;
    expect(splitText(text).map(({ firstLine, lastLine }) => [firstLine, lastLine])).toEqual([
      [1, 3],
      [5, 6],
    ]);
  });

  it('loses nothing, keeps the order and the limits, whatever the text', () => {
    const piece = fc.oneof(
      fc.constantFrom('. ', '\n', '\n\n', ' ', '。', '，', '\r\n', '\t', '\u{1F600}'),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.stringMatching(/^[a-z]{1,90}$/),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 120 }), (pieces) => {
        const text = pieces.join('');
        const lines = text.split('\n');
        let from = 0;
        let end = 0;
        for (const { content, firstLine, lastLine } of splitText(text)) {
          expect(lengthOf(content)).toBeLessThanOrEqual(500);
          expect(lines.slice(firstLine - 1, lastLine).join('\n')).toContain(content);
          const at = text.indexOf(content, from);
          expect(at).toBeGreaterThanOrEqual(from);
          expect(text.slice(end, Math.max(at, end)).trim()).toBe('');
          from = at + 1;
          end = Math.max(end, at + content.length);
        }
        expect(text.slice(end).trim()).toBe('');
      }),
    );
  });
});
