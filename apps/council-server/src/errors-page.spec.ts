import { describe, expect, it } from '@jest/globals';
import { readRepositoryFile, readSources } from '../test/repository.js';

const CODE = /'([A-Z][A-Z_]*\.[A-Z][A-Z_]*)'/g;
const ON_PAGE = /^\| `([A-Z_.]+)` +\|/gm;

const inCode = new Set(
  [...readSources(), readRepositoryFile('docker/nginx/default.conf.template').replaceAll('"', "'")].flatMap((source) =>
    [...source.matchAll(CODE)].map((match) => match[1] ?? ''),
  ),
);
const onPage = [...readRepositoryFile('docs/errors.md').matchAll(ON_PAGE)].map((match) => match[1] ?? '');

describe('docs/errors.md', () => {
  it('has a line for every code', () => {
    expect([...inCode].filter((code) => !onPage.includes(code))).toEqual([]);
  });

  it('has no line for a code that nobody gives, and none twice', () => {
    expect(onPage.filter((code) => code !== 'INTERNAL' && !inCode.has(code))).toEqual([]);
    expect(onPage.filter((code, at) => onPage.indexOf(code) !== at)).toEqual([]);
  });
});
