import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const FOLDER = fileURLToPath(new URL('../src/i18n/', import.meta.url));
const AREAS = readdirSync(`${FOLDER}en`);
/** Names and signs that are the same in every language. */
const SAME_IN_BOTH = new Set<string>([]);

/** 议事会, 会议, 成员, 审阅, 提供商, 演练, 投票: one word each, whoever writes it. */
const OTHER_NAMES = /(?<!会)议会|会话|智能体|评审|提供方|排练|表决/;
/** A space between Chinese and what is not, a hole as well; full-width signs beside Chinese. */
const SET_OTHERWISE =
  /\p{Script=Han}[A-Za-z0-9,.;:?!()]|[A-Za-z0-9,;:?!()]\p{Script=Han}|\p{Script=Han}\{\{|\}\}\p{Script=Han}/u;

type Words = Readonly<Record<string, unknown>>;
const read = (language: string, area: string): Words =>
  JSON.parse(readFileSync(`${FOLDER}${language}/${area}`, 'utf8')) as Words;

/** `{a: {b: 'x'}}` → `[['a.b', 'x']]` */
function flat(words: Words, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : flat(value as Words, `${path}${key}.`),
  );
}
/** Forms of number are a language's own: English has two, Chinese one. */
const keysOf = (words: Words): string[] =>
  [...new Set(flat(words).map(([key]) => key.replace(/_(one|other)$/, '')))].sort();
const holesOf = (text: string): string[] => [...text.matchAll(/{{(\w+)}}/g)].map(([, name = '']) => name).sort();

it('there are the same areas in both languages', () => {
  expect(AREAS.length).toBeGreaterThan(5);
  expect(readdirSync(`${FOLDER}zh-CN`)).toEqual(AREAS);
});

describe.each(AREAS)('the words of %s', (area) => {
  const [en, zh] = [read('en', area), read('zh-CN', area)];

  it('have the same keys in both languages', () => {
    expect(keysOf(zh)).toEqual(keysOf(en));
  });

  it('are Chinese in Chinese', () => {
    const english = new Map(flat(en));
    const untranslated = flat(zh).filter(
      ([key, value]) => !SAME_IN_BOTH.has(value) && (value === english.get(key) || !/\p{Script=Han}/u.test(value)),
    );
    expect(untranslated).toEqual([]);
  });

  it('call a thing by one name in Chinese, and are set alike', () => {
    expect(flat(zh).filter(([, value]) => OTHER_NAMES.test(value) || SET_OTHERWISE.test(value))).toEqual([]);
  });

  it('leave the same holes to be filled', () => {
    const chinese = new Map(flat(zh));
    const differing = flat(en).filter(([key, value]) => {
      const other = chinese.get(key) ?? chinese.get(key.replace(/_one$/, '_other')) ?? '';
      return holesOf(other).join() !== holesOf(value).join();
    });
    expect(differing).toEqual([]);
  });

  it('say nothing with the empty string', () => {
    expect([...flat(en), ...flat(zh)].filter(([, value]) => value.trim() === '')).toEqual([]);
  });
});

const known = readFileSync(fileURLToPath(new URL('../../../docs/errors.md', import.meta.url)), 'utf8');

it('are there for whatever ends a turn or a session, and for every rule of a graph', () => {
  const codes = [...known.matchAll(/^\| `((?:MODEL|TURN|COUNCIL|GRAPH)\.[A-Z_]+)`/gm)].map(([, code = '']) => code);
  expect(codes.length).toBeGreaterThan(50);
  const words = read('zh-CN', 'problems.json');
  expect(codes.filter((code) => words[code.replace('.', '_')] === undefined)).toEqual([]);
});

it('explain codes that exist', () => {
  const codes = Object.keys(read('en', 'problems.json'));
  expect(codes.length).toBeGreaterThan(10);
  const isKnown = (code: string): boolean => known.includes(`\`${code.replace('_', '.')}\``);
  expect(codes.filter((code) => !isKnown(code))).toEqual([]);
});
