import { describe, expect, it } from '@jest/globals';
import { holdsWords } from './holds-words';
import { copyName } from './use-copy-name';

describe('the name of a copy', () => {
  const nameOf = (name: string, taken: readonly string[]) =>
    copyName(name, taken, 128, (number) => (number === 1 ? ' (copy)' : ` (copy ${number})`));

  it('is the next one that is free', () => {
    expect(nameOf('Board', ['Board'])).toBe('Board (copy)');
    expect(nameOf('Board', ['Board (copy)', 'Board (copy 2)'])).toBe('Board (copy 3)');
  });

  it('is counted, not nested, in whichever language the first was made', () => {
    expect(nameOf('Board (copy)', ['Board', 'Board (copy)'])).toBe('Board (copy 2)');
    expect(nameOf('红队（副本 3）', [])).toBe('红队 (copy)');
  });

  it('fits where names end', () => {
    expect(nameOf('x'.repeat(128), [])).toBe(`${'x'.repeat(121)} (copy)`);
    expect(nameOf('x'.repeat(120) + '🦉🦉', [])).toBe(`${'x'.repeat(120)} (copy)`);
  });
});

describe('a search', () => {
  it('finds every word, whatever its case and its place', () => {
    expect(holdsWords('GPT judge', ['Chief Judge', null, 'openai', 'gpt-4o'])).toBe(true);
    expect(holdsWords('judge mistral', ['Chief Judge', 'gpt-4o'])).toBe(false);
    expect(holdsWords('', [])).toBe(true);
  });
});
