import { Language, NODE_KINDS } from '@council/contracts';
import { describe, expect, it } from '@jest/globals';
import { jsonSchemaOf } from '../typed/json-schema-of.js';
import { KIND_WORDS } from './kind-words.js';
import { RUNNABLE_KINDS } from './registry.js';

const HAN = /\p{Script=Han}/u;

/** Names at the top, also where a schema is one of several. */
function namesIn(schema: Readonly<Record<string, unknown>>): string[] {
  const parts = [
    schema,
    ...['anyOf', 'oneOf', 'allOf'].flatMap((key) => (schema[key] as (typeof schema)[] | undefined) ?? []),
  ];
  return [...new Set(parts.flatMap((part) => Object.keys((part as { properties?: object }).properties ?? {})))];
}

describe.each(Language.options)('the words for kinds of nodes in %s', (language) => {
  it.each(NODE_KINDS)('%s: has a name, a paragraph and what comes out', (kind) => {
    const { name, description, output, exits, properties } = KIND_WORDS[language][kind];
    for (const text of [name, description, output, ...(exits === null ? [] : [exits]), ...Object.values(properties)]) {
      expect(text).toMatch(/\S/);
      expect(text).not.toMatch(/\n/);
    }
    expect(HAN.test(description)).toBe(language === 'zh');
  });

  it.each([...RUNNABLE_KINDS.keys()])('%s: explains every property that the schema takes, and no other', (kind) => {
    const definition = RUNNABLE_KINDS.get(kind);
    if (definition === undefined) throw new Error('a kind that is not there');
    const words = KIND_WORDS[language][definition.kind];
    expect(Object.keys(words.properties).toSorted()).toEqual(
      namesIn(jsonSchemaOf(definition.properties, 'input')).toSorted(),
    );
  });
});
