import { describe, expect, it } from '@jest/globals';
import { cutShort } from '@council/testing';
import { oneLine } from './one-line.js';

describe('one line', () => {
  it('folds line ends with the space around them, and leaves other space', () => {
    expect(oneLine(' a  b \n\n\t c\r\nd ')).toBe('a  b c d');
  });

  it.each([' ', '\t', '\n', ' \n'])('comes to its end with a million of %j', (space) => {
    expect(cutShort(() => oneLine(`a${space.repeat(1_000_000)}b`)).replaceAll(/\s/g, '')).toBe('ab');
  });
});
