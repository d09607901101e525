import type { Principal } from '@council/access';
import type { ForkRequest, SessionCreated, SessionForked } from '@council/contracts';
import { SessionDispatcher } from '@council/dispatch';
import { AppError, newUuid } from '@council/kernel';
import { Injectable } from '@nestjs/common';
import type { KeyClaim } from '../../idempotency/key-claim.js';
import { openRow } from '../opened-row.js';
import { SessionsRepository } from '../sessions.repository.js';
import { beginFork } from './begin-fork.js';
import { ForkDrafts } from './fork-drafts.js';
import { type ForkableLog, ForkableLogsRepository } from './forkable-logs.repository.js';

/** Lets a session be held again from one of its events on, with other agents, models or personas. */
@Injectable()
export class SessionForker {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly logs: ForkableLogsRepository,
    private readonly drafts: ForkDrafts,
    private readonly dispatcher: SessionDispatcher,
  ) {}

  /** The other session stays as it is, and may go on running. */
  async fork(sourceUuid: string, request: ForkRequest, who: Principal, claim?: KeyClaim): Promise<SessionForked> {
    const source = await this.sessions.find(sourceUuid);
    if (source === null) throw new AppError('not-found', 'SESSION.NOT_FOUND', 'there is no such session');
    const log = await this.logs.read(sourceUuid);
    const draft = await this.drafts.draft(createdOf(log), request);
    const session_uuid = newUuid();
    const { seq, created, more } = beginFork({ sessionUuid: session_uuid, sourceUuid }, log, draft, request.seq);
    const { group_uuid, workflow_uuid } = source;
    const row = openRow(created.data, { session_uuid, group_uuid, workflow_uuid, created_by: who.userUuid });
    const forked_from = { session_uuid: sourceUuid, seq };
    const answer: SessionForked = { session_uuid, status: 'started', forked_from };
    await this.sessions.create(row, [[created], ...more], { claim, answer });
    this.dispatcher.dispatch(session_uuid);
    return answer;
  }
}

function createdOf({ created }: ForkableLog): SessionCreated {
  if (created === null)
    throw new AppError('invalid', 'LOG.NO_BEGINNING', 'the log does not begin with session:created');
  return created;
}
