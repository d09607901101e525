import { Logger } from '@nestjs/common';

/** What is known of something that happened: names and plain values, never a body. */
export type Detail = Readonly<Record<string, string | number | null>>;

export const STRANGER = 'stranger';
const log = new Logger('access');

/** A line of the process's log for a refusal. Of each: those of strangers are more than the trail keeps. */
export function sayRefused(who: string | null, detail: Detail): void {
  log.warn(`refused ${inWords(who, detail)}`);
}

export function inWords(who: string | null, detail: Detail): string {
  const words = Object.entries(detail).map(([name, value]) => `${name}=${String(value)}`);
  return [`who=${who ?? STRANGER}`, ...words].join(' ');
}
