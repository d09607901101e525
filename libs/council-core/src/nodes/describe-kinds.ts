import type { NodeKindInfo } from '@council/contracts';
import type { JsonSchema } from '../ports/chat-model.js';
import { jsonSchemaOf } from '../typed/json-schema-of.js';
import { KIND_WORDS } from './kind-words.js';
import { RUNNABLE_KINDS } from './registry.js';

/** The registry as data: what the builder, the documentation and whoever writes graphs are told of each kind. */
export function describeKinds(): readonly NodeKindInfo[] {
  return [...RUNNABLE_KINDS.values()].map(({ kind, exits, properties }) => {
    const words = { en: KIND_WORDS.en[kind], zh: KIND_WORDS.zh[kind] };
    const schema = explained(jsonSchemaOf(properties, 'input'), words.en.properties);
    return { kind, exits: { min: exits.min, max: exits.max }, properties: schema, words };
  });
}

/** The schema with a description beside each property, for readers that are given the schema alone. */
function explained(schema: JsonSchema, meanings: Readonly<Record<string, string>>): JsonSchema {
  const properties = schema['properties'];
  if (typeof properties !== 'object' || properties === null) return schema;
  const described = Object.entries(properties as Readonly<Record<string, object>>).map(
    ([name, property]) => [name, { ...property, description: meanings[name] }] as const,
  );
  return { ...schema, properties: Object.fromEntries(described) };
}
