import { personOf, type Principal } from '@council/access';
import type { ActingPerson, NewEvent, SessionStatus } from '@council/contracts';
import { EventStore, isTerminal } from '@council/council-core';
import { SessionDispatcher } from '@council/dispatch';
import { AppError } from '@council/kernel';
import { Injectable } from '@nestjs/common';
import type { SessionEntity } from '../session.entity.js';
import { SessionsRepository } from '../sessions.repository.js';

export type ControlAction = 'pause' | 'resume' | 'stop' | 'finish';

interface Move {
  readonly from: readonly SessionStatus[];
  readonly to: SessionStatus;
  /** Of which user, where people sign in. */
  readonly event: (by: { readonly person?: ActingPerson }) => NewEvent;
}

const OPEN: readonly SessionStatus[] = ['pending', 'running', 'paused'];

const MOVES: Readonly<Record<ControlAction, Move>> = {
  pause: {
    from: ['pending', 'running'],
    to: 'paused',
    event: (by) => ({ event: 'execution:paused', data: { reason: 'session_paused', ...by } }),
  },
  resume: {
    from: ['paused'],
    to: 'running',
    event: (by) => ({ event: 'execution:resumed', data: { reason: 'user', ...by } }),
  },
  stop: { from: OPEN, to: 'cancelled', event: (by) => ({ event: 'control:stop', data: { reason: 'user', ...by } }) },
  // Answer now. A paused session goes on to do so.
  finish: {
    from: OPEN,
    to: 'completed',
    event: (by) => ({ event: 'control:finish', data: { reason: 'user', ...by } }),
  },
};

/** Steers a running session by events in its log: they hold whoever drives it, and they survive a restart. */
@Injectable()
export class SessionControl {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly store: EventStore,
    private readonly dispatcher: SessionDispatcher,
  ) {}

  /** Answers the session's status. Already in the wanted state: nothing changes. Impossible: a conflict. */
  async apply(sessionUuid: string, action: ControlAction, who: Principal): Promise<SessionStatus> {
    const before = await this.load(sessionUuid);
    // A stop needs no key: it opens nothing.
    if (before.lock !== null && action !== 'stop' && action !== 'pause') throw locked(before);
    const move = MOVES[action];
    const by = personOf(who);
    const isEnd = action === 'stop' || action === 'finish';
    const isPaused = before.status === 'paused';
    // Nobody takes up a session that is paused: its end would wait for ever if this process died now.
    const resumes: readonly NewEvent[] =
      isEnd && isPaused ? [{ event: 'execution:resumed', data: { reason: action, ...by } }] : [];
    const from = isEnd ? move.from.filter((status) => (status === 'paused') === isPaused) : move.from;
    const written = await this.store.append(sessionUuid, null, [move.event(by), ...resumes], { onlyIn: from });
    const session = await this.load(sessionUuid);
    if (written.length > 0) {
      if (action !== 'pause') this.dispatcher.dispatch(sessionUuid);
      return session.status;
    }
    // Somebody has paused or resumed it meanwhile.
    return isEnd && !isTerminal(session.status) ? this.apply(sessionUuid, action, who) : settled(session, move);
  }

  private async load(sessionUuid: string): Promise<SessionEntity> {
    const session = await this.sessions.find(sessionUuid);
    if (session === null) throw new AppError('not-found', 'SESSION.NOT_FOUND', 'there is no such session');
    return session;
  }
}

function settled(session: SessionEntity, { from, to }: Move): SessionStatus {
  const isThere = session.status === to || (to === 'running' && session.status === 'pending');
  if (isThere) return session.status;
  const why = isTerminal(session.status) ? 'it has ended' : `it is ${session.status}`;
  throw new AppError(
    'conflict',
    'SESSION.WRONG_STATE',
    `the session cannot be ${from.length === 1 ? 'resumed' : 'changed'}: ${why}`,
  );
}

function locked({ lock }: Pick<SessionEntity, 'lock'>): AppError {
  return new AppError('conflict', 'SESSION.LOCKED', `a breaker has locked the session: ${lock?.detail ?? ''}`, {
    detail: 'POST /api/v1/sessions/{id}/unlock with a justification, or with the three checks, opens it.',
  });
}
