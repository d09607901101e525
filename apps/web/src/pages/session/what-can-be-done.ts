import type { Session } from '@/api/queries/sessions';

type Steered = Pick<Session, 'status' | 'lock'>;

export const isOver = ({ status }: Steered): boolean => ['completed', 'failed', 'cancelled'].includes(status);

/** Why something cannot be done now, as a key of `session:whyNot`; null: it can. */
export function whyNot(session: Steered, action: 'pause' | 'resume' | 'stop' | 'finish' | 'speak') {
  if (isOver(session)) return 'over';
  if (session.lock !== null && (action === 'resume' || action === 'finish')) return 'locked';
  return null;
}
