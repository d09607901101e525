import { readFileSync } from 'node:fs';
import { SessionExport } from '@council/contracts';
import type { ChainedLog } from '@council/council';
import { AppError, isUuid } from '@council/kernel';

/** The report is not looked at: it is a reading of the log, and a later engine may read more in it. */
const LogFile = SessionExport.omit({ report: true });

/** A log from a session's id or from an exported file. A file needs neither database nor application. */
export async function readLog(target: string): Promise<ChainedLog> {
  if (!isUuid(target)) return readLogFile(target);
  // Only now: the application takes seconds to load.
  const { readStoredLog } = await import('./stored-log.js');
  return readStoredLog(target.toLowerCase());
}

function readLogFile(path: string): ChainedLog {
  const parsed = LogFile.safeParse(parseJson(path));
  if (!parsed.success) {
    const issues = parsed.error.issues.slice(0, 5).map((issue) => `${issue.path.join('.')} ${issue.message}`);
    throw new AppError('invalid', 'LOG.FILE', `${path} is not an exported session`, { detail: issues.join('\n') });
  }
  const { session_uuid, last_seq, head_hash, events } = parsed.data;
  return { head: { session_uuid, last_seq, head_hash }, events };
}

function parseJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const why =
      error instanceof SyntaxError ? 'it is not JSON' : ((error as NodeJS.ErrnoException).code ?? 'unreadable');
    throw new AppError('invalid', 'LOG.FILE', `${path} cannot be read: ${why}`);
  }
}
