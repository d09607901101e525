/**
 * How long the upstream asks to be left alone, in milliseconds: `Retry-After` in seconds or as an HTTP date, and
 * OpenAI's `retry-after-ms`. Null: it does not say, or says nothing that can be read.
 */
export function readRetryAfter(headers: Headers | undefined, now: number): number | null {
  const milliseconds = readNumber(headers?.get('retry-after-ms'));
  if (milliseconds !== null) return milliseconds;
  const value = headers?.get('retry-after')?.trim();
  const seconds = readNumber(value);
  if (seconds !== null) return seconds * 1000;
  const date = value === undefined ? NaN : Date.parse(value);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

function readNumber(text: string | null | undefined): number | null {
  return text !== null && text !== undefined && /^\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : null;
}
