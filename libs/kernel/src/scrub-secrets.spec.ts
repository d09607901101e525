import { describe, expect, it } from '@jest/globals';
import { cutShort } from '@council/testing';
import { scrubSecrets } from './scrub-secrets.js';

describe('scrubSecrets', () => {
  it.each([
    ['a configured key', 'bad key my-own-key-123 given', 'bad key [removed] given'],
    ['a longer key before its own beginning', 'my-own-key-1234', '[removed]'],
    ['a vendor key', 'Incorrect: sk-proj-abcDEF123456.', 'Incorrect: [removed].'],
    ['a key that was masked but for its ends', 'Incorrect: sk-ab****cd9', 'Incorrect: [removed]'],
    ['a Google key', 'AIzaSyA1234567890abcdef', '[removed]'],
    ['a bearer token', 'sent Bearer abcdef.ghi-jk', 'sent Bearer [removed]'],
    ['a key in an address', 'GET /v1?key=abc123&x=1', 'GET /v1?key=[removed]&x=1'],
    ['a key in JSON', '{"api_key": "abc", "n": 1}', '{"api_key": [removed], "n": 1}'],
    ['a variable with its value', 'OPENAI_API_KEY=abc', 'OPENAI_API_KEY=[removed]'],
    ['a password in an address', 'http://me:pw@host/v1', 'http://[removed]@host/v1'],
  ])('removes %s', (_what, text, clean) => {
    expect(scrubSecrets(text, ['my-own-key-123', 'my-own-key-1234', undefined, 'none'])).toBe(clean);
  });

  it('leaves ordinary words alone, also those that are a very short secret', () => {
    const text = 'none of the tokens reached the keyboard; set OPENAI_API_KEY and max_tokens: 5';
    expect(scrubSecrets(text, ['none', ''])).toBe(text);
  });

  it.each(['a', 'key', '-', 'bearer ', 'sk-', 'x://', '"'])('comes to its end with a million of %j', (piece) => {
    const text = piece.repeat(1_000_000 / piece.length);
    expect(cutShort(() => scrubSecrets(`${text} last`))).toMatch(/ last$/);
  });
});
