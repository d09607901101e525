import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { passagesOf } from './passages.js';
import { DocumentSearch } from './search-document.js';
import { wordsAsked } from './words.js';

const documents = new DocumentSearch();
const find = (document: string, query: string): string => documents.search(document, query).output;

const FILLER = Array.from({ length: 12 }, (_, at) => `Paragraph ${at} is about nothing.`).join('\n\n');
const document = [
  'Incident INC-48213 shut the plant.', // L1
  '',
  FILLER, // L3 to L25
  '',
  'Incident INC-48214 was harmless; version 7.31 was out.', // L27
  '',
  'It was fixed in version 7.3, with CVE-2024-3094.', // L29
  '',
  '继电器可节约四成能源。但存在单点故障的风险，见INC-48215号记录。', // L31
].join('\n');

describe('search_document', () => {
  it.each([
    ['INC-48213', '[Ref: L1]'],
    ['inc-48214', '[Ref: L27]'],
    ['48213', '[Ref: L1]'],
    ['7.3', '[Ref: L29]'],
    ['version 7.3', '[Ref: L27-29]'],
    ['CVE-2024-3094', '[Ref: L29]'],
    ['故障风险', '[Ref: L31]'],
    ['INC-48215', '[Ref: L31]'],
    ['energies 能源', '[Ref: L31]'],
  ])('finds %s', (query, place) => {
    expect(find(document, query)).toContain(place);
  });

  it.each(['INC-48213', 'CVE-2024-3094', '48213'])('takes no other figure for %s', (query) => {
    expect(find(document, query).match(/\[Ref:/g)).toHaveLength(1);
  });

  it('forgives a slip in a word, and finds its other forms', () => {
    expect(find('The relays were tested.', 'relay')).toContain('[Ref: L1]');
    expect(find('The migration is reversible.', 'migratoin reversable')).toContain('[Ref: L1]');
  });

  it('gives five places at most, and neighbours as one with the lines between them', () => {
    expect(find('one apple\n\n\ntwo apples\n\nnothing here\n\nlast apple', 'apple')).toBe(
      '[Ref: L1-4]\none apple\n\n\ntwo apples\n\n[Ref: L8]\nlast apple',
    );
    const many = Array.from({ length: 20 }, () => 'apple\n\npear').join('\n\n');
    expect(find(many, 'apple').match(/\[Ref:/g)).toHaveLength(5);
  });

  it('shows of a text on one line the pieces that fit', () => {
    const line = `${'Nothing of note. '.repeat(400)}The relay failed in March. ${'Nothing of note. '.repeat(400)}`;
    const output = find(line, 'relay failed');
    expect(output).toContain('[Ref: L1]');
    expect(output).toContain('The relay failed in March.');
    expect(output.length).toBeLessThan(2_000);
  });

  it('is through with a word as long as a book', () => {
    const words = ['a'.repeat(300_000), 'a-'.repeat(150_000), '字'.repeat(100_000), ' '.repeat(300_000)];
    expect(find(words.join('\n'), 'zebra')).toContain('Nothing in the document fits');
  });

  it('loses no character of a document, whatever its lines', () => {
    const line = fc.oneof(
      fc.string(),
      fc.constant(''),
      fc.constant('word. '.repeat(500)),
      fc.constant('😀'.repeat(900)),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const text = lines.join('\n');
        const kept = passagesOf(text).map((passage) => passage.text);
        expect(kept.join('').replaceAll('\n', '').length).toBe(
          text
            .split('\n')
            .filter((one) => one.length > 1_200 || one.trim() !== '')
            .join('').length,
        );
      }),
    );
  });
});

describe('wordsAsked', () => {
  it('keeps what points to one thing whole, also within scripts without spaces', () => {
    expect(wordsAsked('事故INC-48213在版本v1.2.3中修复 and/or 7.3')).toEqual([
      ...['INC-48213', 'v1.2.3', '7.3'],
      ...['事故', '在', '版本', '中', '修复', 'and', 'or'],
    ]);
  });
});
