import type { ChatMessage, ChatRequest, JsonSchema, OfferedTool, OutputForm } from '@council/council-core';

/** How strictly a provider can be held to a form, and whether it knows tools. */
export interface AskQuirks {
  readonly json_mode: 'schema' | 'object' | 'none';
  readonly supports_tools: boolean;
}

/** The part of a request that says what may be called and what form the answer has, in OpenAI's words. */
interface AskOptions {
  readonly tools?: readonly { readonly type: 'function'; readonly function: OfferedTool }[];
  readonly tool_choice?: 'auto' | 'none' | { readonly type: 'function'; readonly function: { readonly name: string } };
  readonly response_format?: object;
}

export interface Ask {
  readonly messages: readonly ChatMessage[];
  readonly options: AskOptions;
  /** The answer comes as the input of this tool: what it would have said as text. */
  readonly answerTool: string | null;
}

/**
 * One request for typed output, as strictly as the provider can: its native schema; else a tool that it has to call;
 * else its JSON mode, or only the wish, with the schema written out. What comes back is validated in any case.
 */
export function askOf(request: ChatRequest, quirks: AskQuirks): Ask {
  const { messages, output } = request;
  if (output === undefined) return { messages, options: toolOptions(request, quirks), answerTool: null };
  if (quirks.json_mode === 'schema') {
    const { name, description, schema } = output;
    const json_schema = { name, description, schema: strictly(schema), strict: true };
    return { messages, options: { response_format: { type: 'json_schema', json_schema } }, answerTool: null };
  }
  if (quirks.json_mode === 'none' && quirks.supports_tools) {
    const { name, description, schema } = output;
    const options: AskOptions = {
      tools: [{ type: 'function', function: { name, description, parameters: schema } }],
      tool_choice: { type: 'function', function: { name } },
    };
    return { messages, options, answerTool: name };
  }
  const options = quirks.json_mode === 'object' ? { response_format: { type: 'json_object' } } : {};
  return { messages: [...messages, writtenOut(output)], options, answerTool: null };
}

function toolOptions({ tools, toolChoice }: ChatRequest, quirks: AskQuirks): AskOptions {
  if (tools === undefined || tools.length === 0 || !quirks.supports_tools) return {};
  return {
    tools: tools.map((tool) => ({ type: 'function', function: tool })),
    ...(toolChoice === undefined ? {} : { tool_choice: toolChoice }),
  };
}

const writtenOut = ({ description, schema }: OutputForm): ChatMessage => ({
  role: 'user',
  content: `${description}\nAnswer with one JSON object of this JSON schema, and with nothing else:\n${JSON.stringify(schema)}`,
});

/** Words of a schema that strict modes refuse; they are checked on our side all the same. */
const REFUSED = new Set(['$schema', 'default', 'minLength', 'maxLength']);

/** Strict modes want every property to be required and no other to be there. */
function strictly(schema: JsonSchema): JsonSchema {
  const kept = Object.entries(schema).filter(([word]) => !REFUSED.has(word));
  const strict = Object.fromEntries(kept.map(([word, value]) => [word, inside(word, value)]));
  if (strict['type'] !== 'object' || strict['properties'] === undefined) return strict;
  return { ...strict, required: Object.keys(strict['properties'] as object), additionalProperties: false };
}

function inside(word: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => (isSchema(item) ? strictly(item) : item));
  if (!isSchema(value)) return value;
  // The names of properties are no words of the schema.
  if (word !== 'properties') return strictly(value);
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, isSchema(item) ? strictly(item) : item]),
  );
}

const isSchema = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
