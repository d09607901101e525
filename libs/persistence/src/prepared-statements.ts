import { createHash } from 'node:crypto';
import { Client, type ClientConfig } from 'pg';

const names = new Map<string, string>();

/**
 * Marks a statement that is asked again and again: a `PreparingClient` has it planned once a connection instead of once
 * a call, which is most of the work of a long statement. The text has to be a constant: each is kept for ever.
 */
export function prepared(text: string): string {
  names.set(text, `council_${createHash('sha256').update(text).digest('hex').slice(0, 16)}`);
  return text;
}

/** Not for the embedded database: all its clients share one session, and its names. */
export class PreparingClient extends Client {
  constructor(config?: string | ClientConfig) {
    super(config);
    const ask = this.query.bind(this) as (...given: unknown[]) => unknown;
    this.query = ((...given: unknown[]) => ask(...withName(given))) as typeof this.query;
  }
}

function withName(given: readonly unknown[]): readonly unknown[] {
  const [text, values, ...callback] = given;
  const name = typeof text === 'string' && Array.isArray(values) ? names.get(text) : undefined;
  return name === undefined ? given : [{ name, text, values }, ...callback];
}
