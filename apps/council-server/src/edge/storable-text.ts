import type { Issue } from '@council/kernel';

/**
 * Texts of a body that the database cannot keep, wherever they stand in it: it knows neither NUL nor half a surrogate
 * pair. Schemas see the fields that they name; graphs and proposals also carry parts of any shape.
 */
export function unstorableTexts(value: unknown, path: readonly string[] = []): readonly Issue[] {
  if (typeof value === 'string') return isStorable(value) ? [] : [issueAt(path)];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    isStorable(key) ? unstorableTexts(inner, [...path, key]) : [issueAt(path)],
  );
}

const isStorable = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed();

const issueAt = (path: readonly string[]): Issue => ({
  path: path.join('.'),
  code: 'custom',
  message: 'holds binary data, not text',
});
