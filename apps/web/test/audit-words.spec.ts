import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AUDIT_KINDS } from '@council/contracts';
import { describe, expect, it } from '@jest/globals';
import { deedOf } from '@/pages/settings/audit/deeds';
import { KIND_WORDS } from '@/pages/settings/audit/entry-words';

const read = (path: string): string => readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8');
type Tree = { readonly [key: string]: string | Tree };
const wordsOf = (language: string): Tree => JSON.parse(read(`../src/i18n/${language}/audit.json`)) as Tree;
const at = (tree: Tree, path: string): string | Tree | undefined =>
  path.split('.').reduce<string | Tree | undefined>((part, key) => (part as Tree | undefined)?.[key], tree);

describe.each(['en', 'zh-CN'])('in %s', (language) => {
  const words = wordsOf(language);

  it.each(AUDIT_KINDS)('%s has its word', (kind) => {
    expect(at(words, KIND_WORDS[kind])).toEqual(expect.stringMatching(/./));
  });

  const table = read('../../../docs/security.md');
  const routes = [...table.matchAll(/^\| `(\w+) (\/api\/v1\/[^`]+)`/gm)].map(([, method = '', path = '']) => ({
    method,
    path,
  }));
  const writes = routes.filter(({ method }) => method !== 'GET');

  it('there are writes', () => {
    expect(writes.length).toBeGreaterThan(40);
  });

  it.each(writes)('$method $path has its word', ({ method, path }) => {
    const deed = deedOf(method, path.replaceAll(/\{\w+\}/g, '6e0d6f3a-3c51-4b7e-9d5f-0d8f4f3b2a11'));
    expect(at(words, `deed.${String(deed)}`)).toEqual(expect.stringMatching(/./));
  });
});
