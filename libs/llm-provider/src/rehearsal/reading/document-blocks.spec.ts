import { describe, expect, it } from '@jest/globals';
import { blocksOf } from './document-blocks.js';

const blocks = (...lines: string[]) =>
  [...blocksOf(lines.join('\n'))].map(({ firstLine, text }) => `${firstLine}: ${text}`);

describe('blocksOf', () => {
  it.each([
    ['a paragraph over two lines', ['One', 'two.', '', 'Three.'], ['1: One\ntwo.', '4: Three.']],
    ['headings', ['# One', 'Two.', '## Three', 'Four', '====', 'Five', '---', 'Six.'], ['2: Two.', '8: Six.']],
    [
      'list items',
      ['- One', '  goes on.', '* Two.', '12. Three.', '- [x] Four.'],
      ['1: One\n  goes on.', '3: Two.', '4: Three.', '5: Four.'],
    ],
    ['a block quote, line by line', ['> One', '> two.'], ['1: One', '2: two.']],
    ['a table', ['One.', '| a | b |', '|---|---|', '| 1 | 2 |', 'Two.'], ['1: One.', '5: Two.']],
    ['fenced code', ['One.', '```ts', 'two;', '', 'three;', '```', 'Four.'], ['1: One.', '7: Four.']],
    ['fenced code that never ends', ['One.', '~~~', 'two;'], ['1: One.']],
    ['indented code', ['One.', '', '    two;', '', 'Three.'], ['1: One.', '5: Three.']],
    [
      'front matter, comments, rules and link targets',
      ['---', 'a: b', '---', '<!-- c', 'd -->', '***', '[e]: http://f', 'One.'],
      ['8: One.'],
    ],
    ['nothing', [''], []],
  ])('reads %s', (_name, lines, expected) => {
    expect(blocks(...lines)).toEqual(expected);
  });

  it('cuts a paragraph without an end', () => {
    const lines = Array.from({ length: 1_000 }, (_, index) => `Line ${index + 1} of a very long paragraph.`);
    const found = [...blocksOf(lines.join('\n'))];
    expect(found.length).toBeGreaterThan(5);
    for (const { firstLine, text } of found) expect(text.startsWith(`Line ${firstLine} `)).toBe(true);
  });
});
