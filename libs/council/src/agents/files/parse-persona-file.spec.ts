import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parsePersonaFile } from './parse-persona-file.js';
import { Persona } from './persona.js';
import { writePersonaFile } from './write-persona-file.js';

const HEAD = 'name: Sage\nprovider: openai\nmodel: gpt-4o\n';
const file = (front: string, body = 'You weigh your words.') => `---\n${front}---\n\n${body}\n`;
function read(text: string): Persona {
  const parsed = parsePersonaFile(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.persona;
}
function problems(text: string): string[] {
  const parsed = parsePersonaFile(text);
  return parsed.ok ? [] : parsed.problems.map(({ line, message }) => `${line}: ${message}`);
}

describe('reading a persona file', () => {
  it('takes every setting to its place, and the rest is the prompt', () => {
    const front = `# a comment
name: "The Sage"
description: >
  Weighs words,
  then speaks.
avatar: 🦉
language: zh
provider: openai
model: gpt-4o
temperature: 0.2
top_p: 0.9
max_tokens: 2000
web_search: true
`;
    expect(read(file(front, '# Who you are\n\n---\nA line of your own.'))).toEqual({
      name: 'The Sage',
      description: 'Weighs words, then speaks.\n',
      avatar: '🦉',
      language: 'zh',
      model_config: { provider: 'openai', model: 'gpt-4o', temperature: 0.2, top_p: 0.9, max_tokens: 2000 },
      capabilities: { web_search: true, search_provider: '', code_execution: false },
      persona_prompt: '# Who you are\n\n---\nA line of your own.',
    });
  });

  it('takes settings without a value for absent ones', () => {
    expect(read(file(`${HEAD}avatar:\ntemperature:\n`))).toEqual(read(file(HEAD)));
  });

  it('reads files with Windows line ends and a byte order mark as others', () => {
    const windows = new TextDecoder().decode(Buffer.from(`\ufeff${file(HEAD, 'One.\nTwo.')}`.replaceAll('\n', '\r\n')));
    expect(read(windows)).toEqual(read(file(HEAD, 'One.\nTwo.')));
  });

  it.each([
    ['no front matter', 'You are a sage.\n', ['1: a persona file begins with settings between two lines of ---']],
    [
      'front matter without an end',
      `---\n${HEAD}`,
      ['1: a persona file begins with settings between two lines of ---'],
    ],
    ['an empty file', '', ['1: a persona file begins with settings between two lines of ---']],
    ['an unknown setting', file(`${HEAD}color: red\n`), ['5: there is no setting "color"']],
    ['a setting of every object', file(`${HEAD}__proto__: red\n`), ['5: there is no setting "__proto__"']],
    ['a list', file(`${HEAD}avatar: [a, b]\n`), ['5: avatar takes a single value']],
    ['no prompt', file(HEAD, ''), ['6: the prompt must not be blank']],
    ['a binary prompt', file(HEAD, 'a\u0000b'), ['6: the prompt holds binary data, not text']],
    ['no name', file('provider: openai\nmodel: gpt-4o\n'), [expect.stringMatching(/^1: name: /)]],
    ['another language', file(`${HEAD}language: fr\n`), [expect.stringMatching(/^5: language: /)]],
    ['a number that is text', file(`${HEAD}top_p: '0.5'\n`), [expect.stringMatching(/^5: top_p: .*number/)]],
    ['a setting twice', file(`${HEAD}name: Sage\n`), [expect.stringMatching(/^5: .*unique/)]],
    ['settings that are no map', file('just words\n'), expect.arrayContaining([expect.stringMatching(/^1: name/)])],
    [
      'YAML that breaks off',
      file(`${HEAD}avatar: "open\n`),
      expect.arrayContaining([expect.stringMatching(/^[56]: /)]),
    ],
    ['a tag', file(`${HEAD}avatar: !!js/function x\n`), [expect.stringMatching(/^5: .*tag/)]],
  ])('names what is wrong and where: %s', (_what, text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  it('says everything that is wrong at once, in the order of the lines', () => {
    expect(problems(file('temperature: 3\nmodel: m\nprovider: p\ncolor: red\n', ' '))).toEqual([
      expect.stringMatching(/^1: name/),
      expect.stringMatching(/^2: temperature/),
      '5: there is no setting "color"',
      '7: the prompt must not be blank',
    ]);
  });

  it('follows no alias, however often it is nested', () => {
    const bomb = `a: &a [x, x]\nb: &b [*a, *a]\n${HEAD}avatar: *b\n`;
    expect(problems(file(bomb))).toEqual([
      '2: there is no setting "a"',
      '3: there is no setting "b"',
      '7: avatar takes a single value',
    ]);
  });
});

describe('writing a persona file', () => {
  it('is for people', () => {
    const persona = read(file(`${HEAD}temperature: 0.5\ndescription: 'Yes: no'\nweb_search: true\n`));
    expect(writePersonaFile(persona)).toBe(
      file('name: Sage\ndescription: "Yes: no"\nprovider: openai\nmodel: gpt-4o\ntemperature: 0.5\nweb_search: true\n'),
    );
  });

  const text = (maxLength: number) =>
    fc
      .oneof(
        fc.string({ unit: 'binary', maxLength }),
        fc.string({
          unit: fc.constantFrom(
            '-',
            '#',
            ':',
            ' ',
            '\n',
            '\r',
            '\t',
            '"',
            "'",
            '\\',
            '\u2028',
            '\u007f',
            '\u0085',
            '\ufeff',
            '|',
            'y',
          ),
          maxLength,
        }),
        fc.constantFrom(
          '',
          'null',
          'yes',
          '1.5',
          '0x10',
          '~',
          '---',
          '...',
          '!!str',
          '*a',
          '&a',
          '{}',
          'a #b',
          '\r\n',
          '\n\n',
        ),
      )
      // eslint-disable-next-line no-control-regex -- what an agent may not have
      .map((value) => value.replace(/[\u0000-\u0008\u000e-\u001f]/g, '').toWellFormed());
  const label = (maxLength: number) => text(maxLength).filter((value) => value.trim() !== '' && value.length <= 64);
  const personas = fc.record(
    {
      name: label(60),
      description: fc.option(text(60)),
      avatar: fc.option(text(60)),
      language: fc.constantFrom('en' as const, 'zh' as const, undefined),
      persona_prompt: label(60),
      model_config: fc.record(
        {
          provider: label(60),
          model: label(60),
          temperature: fc.double({ min: 0, max: 2, noNaN: true }),
          top_p: fc.double({ min: 0.001, max: 1, noNaN: true }),
          max_tokens: fc.integer({ min: 1, max: 1_000_000 }),
        },
        { requiredKeys: ['provider', 'model'] },
      ),
      capabilities: fc.record({ web_search: fc.boolean(), search_provider: text(60), code_execution: fc.boolean() }),
    },
    { noNullPrototype: true },
  );

  it('loses nothing: what is written is read as it was, whatever it holds', () => {
    fc.assert(
      fc.property(personas, (persona) => {
        const bytes = Buffer.from(writePersonaFile(persona));
        expect(read(new TextDecoder('utf-8', { fatal: true }).decode(bytes))).toEqual(Persona.parse(persona));
      }),
      { numRuns: 300 },
    );
  });
});
