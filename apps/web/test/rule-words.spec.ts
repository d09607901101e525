import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import { ruleWord } from '../src/i18n/rule-words';

const RULES = fileURLToPath(new URL('../../../libs/contracts/src/', import.meta.url));
const sources = readdirSync(RULES).filter((file) => /(?<!spec)\.ts$/.test(file));

/** What the rules say themselves, in English: `{ message: '…' }`, `.regex(/…/, '…')`. */
const said = sources.flatMap((file) => {
  const code = readFileSync(`${RULES}${file}`, 'utf8');
  const rules = code.matchAll(/\{\s*message: '([^']+)',?(?:\s*abort: true,?)?\s*\}|\.regex\(.+, '([^']+)'\)/g);
  return [...rules].map((found) => found[1] ?? found[2] ?? '');
});

it('knows what every rule says when it is broken', () => {
  expect(said.length).toBeGreaterThan(15);
  expect(said.filter((message) => ruleWord(message) === null)).toEqual([]);
});
