import type { Principal } from '@council/access';
import type { ExecuteRequest, GraphDefinition, SessionCreated, SessionStarted } from '@council/contracts';
import { tokensForeseen } from '@council/council-core';
import { SessionDispatcher } from '@council/dispatch';
import { newUuid } from '@council/kernel';
import { Injectable } from '@nestjs/common';
import type { KeyClaim } from '../idempotency/key-claim.js';
import { openRow } from './opened-row.js';
import { refuseBudget } from './refuse-budget.js';
import { SessionDrafts } from './session-drafts.js';
import { SessionSources } from './session-sources.js';
import { SessionsRepository } from './sessions.repository.js';

/** Whose the session will be, and the graph as it was asked for. */
interface Belongings {
  readonly groupUuid: string | null;
  readonly createdBy: string | null;
  readonly source: GraphDefinition;
}

/** Opens sessions: drafts them, keeps what came of it, and lets them run. */
@Injectable()
export class SessionStarter {
  constructor(
    private readonly sources: SessionSources,
    private readonly drafts: SessionDrafts,
    private readonly sessions: SessionsRepository,
    private readonly dispatcher: SessionDispatcher,
  ) {}

  /** Answers as soon as the session is kept; the council works on. */
  async start(request: ExecuteRequest, who: Principal, claim?: KeyClaim): Promise<SessionStarted> {
    const sessionUuid = await this.open(request, who, claim);
    this.dispatcher.dispatch(sessionUuid);
    return startedAs(sessionUuid);
  }

  /** Keeps the session and its first event, and does not run it yet. */
  async open(request: ExecuteRequest, who: Principal, claim?: KeyClaim): Promise<string> {
    const { created, groupUuid, source } = await this.drafts.draft(request, who);
    refuseBudget(created);
    const isMeasured = created.limits?.spend_factor != null;
    const measured = { ...created, expected_tokens: isMeasured ? tokensForeseen(created) : null };
    const sessionUuid = await this.keep(measured, request, { groupUuid, source, createdBy: who.userUuid }, claim);
    if (request.template_uuid !== undefined) await this.sources.countUse(request.template_uuid);
    return sessionUuid;
  }

  private async keep(
    created: SessionCreated,
    request: ExecuteRequest,
    { groupUuid, source, createdBy }: Belongings,
    claim?: KeyClaim,
  ): Promise<string> {
    const session_uuid = newUuid();
    const workflow_uuid = await this.sources.keepWorkflow(request, source);
    const named = { ...created, session_uuid };
    const row = openRow(named, { session_uuid, group_uuid: groupUuid, workflow_uuid, created_by: createdBy });
    const answering = { claim, answer: startedAs(session_uuid) };
    await this.sessions.create(row, [[{ event: 'session:created', data: named }]], answering);
    return session_uuid;
  }
}

const startedAs = (session_uuid: string): SessionStarted => ({ session_uuid, status: 'started' });
