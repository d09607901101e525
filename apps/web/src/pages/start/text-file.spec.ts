import { describe, expect, it } from '@jest/globals';
import { countLines, readTextFile, refusalOf } from './text-file';

const file = (...bytes: number[]): File => new File([new Uint8Array(bytes)], 'a.txt');

describe('a file for the council', () => {
  it.each([
    ['UTF-8 with a mark', file(0xef, 0xbb, 0xbf, 0x68, 0x69), 'hi'],
    ['UTF-16', file(0xff, 0xfe, 0x68, 0x00, 0x69, 0x00), 'hi'],
    ['GB18030', file(0xd6, 0xd0, 0xce, 0xc4), '中文'],
  ])('is read as %s', async (_name, given, text) => {
    expect(await readTextFile(given)).toEqual({ text });
  });

  it('is refused when it is no text', async () => {
    expect(await readTextFile(file(0x50, 0x4b, 0x03, 0x04, 0x00))).toEqual({ refusal: 'binary' });
  });

  it('is refused when the server would not take it', () => {
    expect(refusalOf('a'.repeat(2_000_000))).toBeNull();
    expect(refusalOf('a'.repeat(2_000_001))).toBe('tooLarge');
    expect(refusalOf('文'.repeat(1_700_000))).toBe('tooLarge');
  });

  it('has as many lines as the council counts', () => {
    expect(['', 'a', 'a\n', 'a\nb'].map(countLines)).toEqual([0, 1, 1, 2]);
  });
});
