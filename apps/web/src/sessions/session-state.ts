import type { Session } from '@/api/queries/sessions';
import type { Tone } from '@/ui/badge';

type SessionStateName = Session['status'] | 'waiting' | 'locked' | 'degraded' | 'capped' | 'early';

const TONES: Readonly<Record<SessionStateName, Tone>> = {
  pending: 'neutral',
  running: 'accent',
  paused: 'warn',
  completed: 'good',
  failed: 'bad',
  cancelled: 'neutral',
  waiting: 'warn',
  locked: 'bad',
  degraded: 'warn',
  capped: 'warn',
  early: 'warn',
};

interface SessionState {
  /** A key of `common:status`. */
  readonly name: SessionStateName;
  readonly tone: Tone;
  readonly isLive: boolean;
}

/** The one word for a session, where the six statuses alone would hide that it is locked, waits, or has gaps. */
export function sessionState(session: Pick<Session, 'status' | 'outcome' | 'waiting_for' | 'lock'>): SessionState {
  return stateOf(nameOf(session));
}

/** Nothing more happens in it, unless somebody tries it again. */
export const hasEnded = ({ status }: Pick<Session, 'status'>): boolean =>
  status === 'completed' || status === 'failed' || status === 'cancelled';

/** All there are, for the page that shows them. */
export const SESSION_STATES = Object.keys(TONES).map((name) => stateOf(name as SessionStateName));

function stateOf(name: SessionStateName): SessionState {
  return { name, tone: TONES[name], isLive: name === 'running' || name === 'pending' };
}

function nameOf({ status, outcome, waiting_for, lock }: Parameters<typeof sessionState>[0]): SessionStateName {
  if (lock !== null) return 'locked';
  if (status === 'running' && waiting_for.length > 0) return 'waiting';
  if (status === 'completed' && outcome !== null && outcome !== 'full') return outcome;
  return status;
}
