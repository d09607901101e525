import type { Session } from '@/api/queries/sessions';

type Steered = Pick<Session, 'status' | 'lock'>;

export const isOver = ({ status }: Steered): boolean => ['completed', 'failed', 'cancelled'].includes(status);

/** Why something cannot be done now, as a key of `session:whyNot`; null: it can. */
export function whyNot(session: Steered, action: 'pause' | 'resume' | 'stop' | 'finish' | 'speak', isEnding = false) {
  if (isOver(session)) return 'over';
  if (isEnding && action === 'finish') return 'ending';
  if (session.lock !== null && (action === 'resume' || action === 'finish')) return 'locked';
  return null;
}

/**
 * What was asked of the session and takes a while, as a key of `session:steered`: words still come, and nothing else would
 * say that it was heard. Null: nothing.
 */
export function steeredTo(session: Pick<Session, 'status' | 'lock' | 'waiting_for'>, isEnding: boolean) {
  if (isOver(session)) return null;
  if (isEnding) return 'ending';
  return session.status === 'paused' && session.lock === null && session.waiting_for.length === 0 ? 'paused' : null;
}
