import { describe, expect, it } from '@jest/globals';
import { nameOfCopy } from './name-of-copy.js';

const copyOf = (original: string, ...taken: string[]) => nameOfCopy(original, new Set([original, ...taken]));

describe('the name of a copy', () => {
  it('counts the copies that are there', () => {
    expect(copyOf('Judge')).toBe('Judge (copy)');
    expect(copyOf('Judge', 'Judge (copy)')).toBe('Judge (copy 2)');
    expect(copyOf('Judge', 'Judge (copy)', 'Judge (copy 2)', 'Judge (copy 4)')).toBe('Judge (copy 3)');
  });

  it('does not pile up when a copy is copied', () => {
    expect(copyOf('Judge (copy)')).toBe('Judge (copy 2)');
    expect(copyOf('Judge (copy 2)', 'Judge (copy)')).toBe('Judge (copy 3)');
  });

  it('keeps to the limit, by the end of the original and not by its own', () => {
    const long = 'x'.repeat(64);
    expect(copyOf(long)).toBe(`${'x'.repeat(57)} (copy)`);
    expect(copyOf(long, copyOf(long))).toBe(`${'x'.repeat(55)} (copy 2)`);
  });

  it('cuts no letter in two', () => {
    const copy = copyOf('𠮷'.repeat(32));
    expect(copy).toBe(`${'𠮷'.repeat(28)} (copy)`);
    expect(copy.isWellFormed()).toBe(true);
  });
});
