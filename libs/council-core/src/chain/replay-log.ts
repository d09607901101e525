import { type ChainedEvent, type LogEvent, NewEvent, type Report } from '@council/contracts';
import { AppError } from '@council/kernel';
import { buildReport } from '../report/build-report.js';
import { fold } from '../session/fold.js';
import type { SessionState } from '../session/state.js';

export interface Replayed {
  readonly state: SessionState;
  readonly report: Report;
}

/** What a session came to by its log alone, up to an event of it. Asks no model, and needs no projection. */
export function replayLog(events: readonly ChainedEvent[], to = Number.POSITIVE_INFINITY): Replayed {
  const state = fold(events.filter(({ seq }) => seq <= to).map(readEvent));
  if (state.created === null) {
    throw new AppError('invalid', 'LOG.NO_BEGINNING', 'the log does not begin with session:created');
  }
  return { state, report: buildReport(state) };
}

/** A file may have been written by anybody. */
function readEvent({ seq, timestamp, event, node_id, data }: ChainedEvent): LogEvent {
  const read = NewEvent.safeParse({ event, node_id, data });
  if (read.success) return { ...read.data, seq, timestamp };
  const [issue] = read.error.issues;
  const where = issue === undefined ? '' : `: ${issue.path.join('.')} ${issue.message}`;
  throw new AppError('invalid', 'LOG.EVENT_UNREADABLE', `event ${seq} (${event}) cannot be read${where}`);
}
