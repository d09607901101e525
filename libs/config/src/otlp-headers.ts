import { z } from 'zod';

const PAIR = /^\s*([\w!#$%&'*+.^`|~-]+)\s*=\s*([\x20-\x7e]*?)\s*$/;

/** `name=value,name=value`, values percent-encoded, as OpenTelemetry has it. */
export const otlpHeaders = z
  .string()
  .prefault('')
  .transform((list, context): Readonly<Record<string, string>> => {
    const pairs = list.split(',').filter((pair) => pair.trim() !== '');
    const headers = pairs.map((pair) => PAIR.exec(pair));
    if (headers.some((pair) => pair === null)) {
      // The text is not repeated: it may hold a key.
      context.addIssue('must be name=value, with commas between them');
      return z.NEVER;
    }
    return Object.fromEntries(headers.map((pair) => [pair?.[1] ?? '', decoded(pair?.[2] ?? '')]));
  });

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
