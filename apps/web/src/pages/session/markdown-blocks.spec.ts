import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { blocksOf } from './markdown-blocks';

const texts = (text: string): string[] => blocksOf(text).map((block) => block.text);

describe('a text in blocks', () => {
  it('is cut at blank lines', () => {
    expect(texts('# One\n\nTwo\nstill two\n\n\nThree')).toEqual(['# One\n\n', 'Two\nstill two\n\n\n', 'Three']);
  });

  it.each([
    ['a fence', '```js\na\n\nb\n```\n'],
    ['a longer fence', '````\n```\n\nb\n````\n'],
    ['an open fence', 'x\n~~~\na\n\nb\n\nc'],
    ['a formula', '$$\na\n\nb\n$$\n'],
    ['a list', '1. one\n\n2. two\n\n   more of two\n'],
  ])('leaves %s whole', (_, text) => {
    expect(texts(text)).toEqual([text]);
  });

  it('goes on after a list and after a formula of one line', () => {
    expect(texts('- one\n\nafter')).toEqual(['- one\n\n', 'after']);
    expect(texts('$$a$$\n\nafter')).toEqual(['$$a$$\n\n', 'after']);
  });

  it('loses nothing, and what has grown past a block leaves it as it was', () => {
    const lines = fc.array(fc.constantFrom('', 'word', '- item', '  inside', '```', '$$', '# Title'), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(lines, fc.nat(), (parts, cut) => {
        const whole = parts.join('\n');
        const before = blocksOf(whole.slice(0, cut % (whole.length + 1)));
        const after = blocksOf(whole);
        expect(after.map(({ text }) => text).join('')).toBe(whole);
        for (const block of before.slice(0, -1)) expect(after).toContainEqual(block);
      }),
    );
  });
});
