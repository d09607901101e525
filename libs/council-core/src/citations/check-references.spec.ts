import { describe, expect, it } from '@jest/globals';
import { cutShort } from '@council/testing';
import { checkReferences } from './check-references.js';

const DOCUMENT = [
  '# Plan', // 1
  '', // 2
  'We save **20 %** of the cost - every year.', // 3
  'The migration is reversi-', // 4
  'ble, and "tested" twice.', // 5
  '本项目可节省成本。', // 6
].join('\n');

const states = (text: string) =>
  checkReferences(text, DOCUMENT).map(({ state, first_line, last_line }) => `${state} ${first_line}-${last_line}`);

describe('checkReferences', () => {
  it.each([
    ['exact words', 'They say "of the cost - every year" [Ref: L3].', ['verified 3-3']],
    ['words over two lines', '"The migration is reversi-\nble" [Ref: L4-5]', ['verified 4-5']],
    ['a mended hyphen and line end', '"The migration is reversible, and tested" [Ref: L4-5]', ['unverified 4-5']],
    ['a mended line end', '"migration is reversible" [Ref: L4-5]', ['repaired 4-5']],
    ['a changed dash and dropped emphasis', '“We save 20 % of the cost – every year.” [Ref: L3]', ['repaired 3-3']],
    ['invented words', '"We save 90 % of the cost" [Ref: L3]', ['unverified 3-3']],
    ['right words at another line', '"of the cost" [Ref: L1]', ['unverified 1-1']],
    ['a place without words', 'As planned [Ref: L3].', ['exists 3-3']],
    ['a line beyond the end', '"We save" [Ref: L99]', ['missing 99-99']],
    ['a range that runs backwards', '[Ref: L5-3]', ['missing 5-3']],
    ['line zero', '[Ref: L0]', ['missing 0-0']],
    ['the older form', '"of the cost" [Line 3]', ['verified 3-3']],
    ['several places', '[Ref: L1, L3-4]', ['exists 1-1', 'exists 3-4']],
    ['Chinese', '“可节省成本” [Ref: L6]', ['verified 6-6']],
    ['a full stop between words and place', '"of the cost". [Ref: L3]', ['verified 3-3']],
    ['no reference', 'Nothing here, not even [Ref: P3] or [12].', []],
  ])('tells %s', (_name, text, expected) => {
    expect(states(text)).toEqual(expected);
  });

  it('finds nothing to hold on to without a document', () => {
    expect(checkReferences('"x" [Ref: L1]', null)[0]?.state).toBe('missing');
  });

  it('stays fast on hostile text', () => {
    const hostile = `${'"'.repeat(50_000)}${'[Ref: L1'.repeat(2_000)}]`;
    expect(checkReferences(hostile, DOCUMENT).length).toBeLessThan(10);
  });

  it('comes to its end on a document of a hyphen and a million line ends', () => {
    const document = `a-${'\n'.repeat(1_000_000)}1`;
    const [reference] = cutShort(() => checkReferences('"a-1" [Ref: L1-1000001]', document));
    expect(reference?.state).toBe('unverified');
  });

  it('comes to its end on a text that refers to nearly all of a long document thousands of times', () => {
    const document = `${'Nobody has measured it.\n'.repeat(100_000)}We  save.`;
    const text = Array.from({ length: 2_000 }, (_, at) => `"We save" [Ref: L${at + 1}-100001]`).join('\n');
    const found = cutShort(() => checkReferences(text, document));
    // What cannot be checked any more does not hold.
    expect([found[0]?.state, found.at(-1)?.state]).toEqual(['repaired', 'unverified']);
  });
});
