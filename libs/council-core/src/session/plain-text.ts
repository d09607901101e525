import type { NewEvent } from '@council/contracts';

/** PostgreSQL's text and jsonb cannot hold NUL or half a surrogate pair; a model can write both. */
export const plainText = (text: string): string => text.replaceAll('\u0000', '').toWellFormed();

/**
 * Events as the log can keep them, whoever wrote their texts: a model may escape NUL in its JSON, and a cut through a text
 * may leave half a character. Every store cleans what it is given by this alone, and so does whoever looks ahead of it.
 */
export const plainEvents = (events: readonly NewEvent[]): readonly NewEvent[] => events.map(plain);

/** The same value where there is nothing to clean. */
function plain<Value>(value: Value): Value {
  if (typeof value === 'string') return plainText(value) as Value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map(plain);
    return items.every((item, at) => item === value[at]) ? value : (items as Value);
  }
  const fields = Object.entries(value).map(([key, inner]) => [plainText(key), plain<unknown>(inner)] as const);
  const isPlain = Object.entries(value).every(([key, inner], at) => fields[at]?.[0] === key && fields[at][1] === inner);
  return isPlain ? value : (Object.fromEntries(fields) as Value);
}
