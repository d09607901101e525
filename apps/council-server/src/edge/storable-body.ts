import type { Issue } from '@council/kernel';

/** No real graph or proposal comes near; what goes on for ever would exhaust the stack of whoever walks it. */
const MAX_DEPTH = 64;

/**
 * What the database cannot keep of a body, wherever it stands in it: NUL, half a surrogate pair, endless nesting.
 * Schemas see the fields that they name; graphs and proposals also carry parts of any shape.
 */
export function unstorableParts(value: unknown, path: readonly string[] = []): readonly Issue[] {
  if (typeof value === 'string') return isStorable(value) ? [] : [issueAt(path, BINARY)];
  if (typeof value !== 'object' || value === null) return [];
  if (path.length >= MAX_DEPTH) return [issueAt(path.slice(0, 1), 'is nested too deeply')];
  return Object.entries(value).flatMap(([key, inner]) =>
    isStorable(key) ? unstorableParts(inner, [...path, key]) : [issueAt(path, BINARY)],
  );
}

const BINARY = 'holds binary data, not text';
const isStorable = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed();
const issueAt = (path: readonly string[], message: string): Issue => ({
  path: path.join('.'),
  code: 'custom',
  message,
});
