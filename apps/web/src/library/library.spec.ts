import { describe, expect, it } from '@jest/globals';
import { copyName } from './copy-name';
import { holdsWords } from './holds-words';

describe('the name of a copy', () => {
  it('is the next one that is free', () => {
    expect(copyName('Board', ['Board'], 128)).toBe('Board (copy)');
    expect(copyName('Board', ['Board (copy)', 'Board (copy 2)'], 128)).toBe('Board (copy 3)');
  });

  it('fits where names end', () => {
    expect(copyName('x'.repeat(128), [], 128)).toBe(`${'x'.repeat(121)} (copy)`);
  });
});

describe('a search', () => {
  it('finds every word, whatever its case and its place', () => {
    expect(holdsWords('GPT judge', ['Chief Judge', null, 'openai', 'gpt-4o'])).toBe(true);
    expect(holdsWords('judge mistral', ['Chief Judge', 'gpt-4o'])).toBe(false);
    expect(holdsWords('', [])).toBe(true);
  });
});
