import { nameOf, personOf, type Principal } from '@council/access';
import type { NewEvent, RetryRequest, SignalRequest, UnlockRequest, UserMessage } from '@council/contracts';
import { DecisionRequest } from '@council/contracts';
import { EventStore, fold, isTerminal, retryEvents, type SessionState } from '@council/council-core';
import { SessionDispatcher } from '@council/dispatch';
import { AppError, newUuid } from '@council/kernel';
import { Injectable } from '@nestjs/common';
import { ReviewsService } from '../reviews/reviews.service.js';
import { SessionsRepository } from '../sessions.repository.js';

/** What people do to a session beside steering it: they speak, try again, open locks, answer nodes. */
@Injectable()
export class SessionInterventions {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly store: EventStore,
    private readonly dispatcher: SessionDispatcher,
    private readonly reviews: ReviewsService,
  ) {}

  /** Every turn that begins later reads it; one that is being spoken does not. */
  async say(sessionUuid: string, { content, by }: UserMessage, who: Principal): Promise<void> {
    await this.assertSession(sessionUuid);
    const data = { message_id: newUuid(), content, by: nameOf(who, by), ...personOf(who) };
    const event: NewEvent = { event: 'user:message', data };
    const written = await this.store.append(sessionUuid, null, [event], { onlyIn: ['pending', 'running', 'paused'] });
    if (written.length === 0) throw ended('nobody of this council listens any more');
  }

  /** A new run, which begins with the failed nodes: what was spoken stays spoken. */
  async retry(sessionUuid: string, { node_id }: RetryRequest, who: Principal): Promise<void> {
    await this.assertSession(sessionUuid);
    const state = fold(await this.store.read(sessionUuid));
    if (state.status !== 'failed') throw notFailed(state);
    const events = retryEvents(state, node_id ?? null, personOf(who));
    if (events === null) {
      throw new AppError('conflict', 'SESSION.NODE_NOT_FAILED', `node ${node_id ?? ''} has not failed`);
    }
    // Two who try at once: the session is failed for the first of them only.
    const written = await this.store.append(sessionUuid, null, events, { onlyIn: ['failed'] });
    if (written.length === 0) throw notFailed(fold(await this.store.read(sessionUuid)));
    this.dispatcher.dispatch(sessionUuid);
  }

  /** A new run as well: the one before was stopped by a breaker. */
  async unlock(
    sessionUuid: string,
    { justification, checks, by: given }: UnlockRequest,
    who: Principal,
  ): Promise<void> {
    await this.assertSession(sessionUuid);
    const by = nameOf(who, given);
    const { lock, run } = fold(await this.store.read(sessionUuid));
    if (lock === null) throw new AppError('conflict', 'SESSION.NOT_LOCKED', 'the session is not locked');
    const opened: readonly NewEvent[] = [
      {
        event: 'session:unlocked',
        data: { by, justification: justification ?? null, checks: [...checks], ...personOf(who) },
      },
      { event: 'execution:started', data: { run: run + 1 } },
    ];
    const written = await this.store.append(sessionUuid, null, opened, { onlyIn: ['paused'] });
    if (written.length === 0) throw new AppError('conflict', 'SESSION.NOT_LOCKED', 'the session is not locked');
    this.dispatcher.dispatch(sessionUuid);
  }

  /** The reference's general way to answer a node that waits: here, a review. */
  async signal(sessionUuid: string, { node_id, payload }: SignalRequest, who: Principal): Promise<void> {
    await this.assertSession(sessionUuid);
    const decision = DecisionRequest.safeParse(payload);
    if (!decision.success) {
      throw new AppError('invalid', 'SIGNAL.PAYLOAD', 'a node that waits for a review takes {action, data?}', {
        issues: decision.error.issues.map(({ path, code, message }) => ({
          path: ['payload', ...path].join('.'),
          code,
          message,
        })),
      });
    }
    await this.reviews.decideNode(sessionUuid, { ...decision.data, node_id }, who);
  }

  private async assertSession(sessionUuid: string): Promise<void> {
    if ((await this.sessions.find(sessionUuid)) !== null) return;
    throw new AppError('not-found', 'SESSION.NOT_FOUND', 'there is no such session');
  }
}

const ended = (why: string): AppError =>
  new AppError('conflict', 'SESSION.WRONG_STATE', `the session has ended: ${why}`);

function notFailed({ status }: SessionState): AppError {
  const why = isTerminal(status) ? `it is ${status}` : 'it goes on already';
  return new AppError('conflict', 'SESSION.NOT_FAILED', `only a failed session can be tried again: ${why}`);
}
