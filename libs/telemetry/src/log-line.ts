import { scrubSecrets } from '@council/kernel';
import { currentWork } from './work-context.js';

/** Levels as collectors of logs know them, by Nest's names. */
const LEVELS = { fatal: 'fatal', error: 'error', warn: 'warn', log: 'info', debug: 'debug', verbose: 'trace' } as const;
export type NestLevel = keyof typeof LEVELS;

export interface LogEntry {
  readonly level: NestLevel;
  readonly message: string;
  /** Who says it: a word for a part of the program. */
  readonly from?: string;
  readonly stack?: string;
}

/** Whole headers, whatever is in them. */
const HEADERS = /\b((?:set-)?cookie|authorization|x-api-key)(["']?\s*:\s*)[^\r\n]+/gi;

/** Takes keys, tokens, cookies and passwords out, those that are known and everything that looks like one. */
export const redact = (text: string, secrets: readonly (string | undefined)[] = []): string =>
  scrubSecrets(text.replace(HEADERS, '$1$2[removed]'), secrets);

/** One JSON object, with what the work is for; without a line end. */
export function logLine(entry: LogEntry, secrets: readonly (string | undefined)[] = [], now = new Date()): string {
  const work = currentWork();
  return JSON.stringify({
    level: LEVELS[entry.level],
    time: now.toISOString(),
    msg: redact(entry.message, secrets),
    ...(entry.from === undefined ? {} : { from: entry.from }),
    ...(work?.requestId === undefined ? {} : { request_id: work.requestId }),
    ...(work?.sessionUuid === undefined ? {} : { session_uuid: work.sessionUuid }),
    ...(work?.userId === undefined ? {} : { user_id: work.userId }),
    ...(work === undefined ? {} : { trace_id: work.trace.traceId, span_id: work.trace.spanId }),
    ...(entry.stack === undefined ? {} : { stack: redact(entry.stack, secrets) }),
  });
}
