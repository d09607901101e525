import { z } from 'zod';
import type { JsonSchema } from '../ports/chat-model.js';

/** A schema as a model is told of it. `input`: what may be left out; `output`: what is there once defaults are filled in. */
export function jsonSchemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  // Through JSON, so that nothing is left but what goes over the wire.
  const { $schema: _dialect, ...plain } = JSON.parse(JSON.stringify(z.toJSONSchema(schema, { io }))) as JsonSchema;
  return unreferred(plain);
}

/** A schema with a name of its own is only pointed at; providers want an object at the top. */
function unreferred(schema: JsonSchema): JsonSchema {
  const { $ref, $defs, ...own } = schema;
  if (typeof $ref !== 'string') return schema;
  const { [$ref.slice('#/$defs/'.length)]: meant, ...others } = $defs as Readonly<Record<string, JsonSchema>>;
  return { ...meant, ...own, ...(Object.keys(others).length === 0 ? {} : { $defs: others }) };
}
