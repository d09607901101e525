import type { SessionStatus } from '@council/contracts';
import { EventStore, isTerminal } from '@council/council-core';
import { SessionDispatcher } from '@council/dispatch';
import { AppError } from '@council/kernel';
import { Injectable } from '@nestjs/common';
import { SessionsRepository } from './sessions.repository.js';

export type ControlAction = 'pause' | 'resume' | 'stop';

/** Steers a running session by events in its log: they hold whoever drives it, and they survive a restart. */
@Injectable()
export class SessionControl {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly store: EventStore,
    private readonly dispatcher: SessionDispatcher,
  ) {}

  /** Answers the session's status. Already in the wanted state: nothing changes. Impossible: a conflict. */
  async apply(sessionUuid: string, action: ControlAction): Promise<SessionStatus> {
    switch (action) {
      case 'pause':
        return this.move(sessionUuid, ['pending', 'running'], 'paused', () =>
          this.store.append(
            sessionUuid,
            null,
            [{ event: 'execution:paused', data: { reason: 'session_paused' } }],
            ['pending', 'running'],
          ),
        );
      case 'resume':
        return this.move(sessionUuid, ['paused'], 'running', () =>
          this.store.append(sessionUuid, null, [{ event: 'execution:resumed', data: { reason: 'user' } }], ['paused']),
        );
      case 'stop':
        return this.move(sessionUuid, ['pending', 'running', 'paused'], 'cancelled', () =>
          this.store.append(
            sessionUuid,
            null,
            [{ event: 'control:stop', data: { reason: 'user' } }],
            ['pending', 'running', 'paused'],
          ),
        );
    }
  }

  private async move(
    sessionUuid: string,
    from: readonly SessionStatus[],
    to: SessionStatus,
    append: () => Promise<readonly unknown[]>,
  ): Promise<SessionStatus> {
    const written = await append();
    const session = await this.sessions.find(sessionUuid);
    if (session === null) throw new AppError('not-found', 'SESSION.NOT_FOUND', 'there is no such session');
    if (written.length > 0) {
      if (to !== 'paused') this.dispatcher.dispatch(sessionUuid);
      return session.status;
    }
    const isThere = session.status === to || (to === 'running' && session.status === 'pending');
    if (isThere) return session.status;
    const why = isTerminal(session.status) ? 'it has ended' : `it is ${session.status}`;
    throw new AppError(
      'conflict',
      'SESSION.WRONG_STATE',
      `the session cannot be ${from.length === 1 ? 'resumed' : 'changed'}: ${why}`,
    );
  }
}
