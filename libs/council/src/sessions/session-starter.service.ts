import type { ExecuteRequest, SessionCreated, SessionStarted } from '@council/contracts';
import { tokensForeseen } from '@council/council-core';
import { SessionDispatcher } from '@council/dispatch';
import { newUuid } from '@council/kernel';
import { Injectable } from '@nestjs/common';
import { refuseBudget } from './refuse-budget.js';
import { SessionDrafts } from './session-drafts.js';
import { SessionSources } from './session-sources.js';
import { SessionsRepository } from './sessions.repository.js';

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
  async start(request: ExecuteRequest): Promise<SessionStarted> {
    const sessionUuid = await this.open(request);
    this.dispatcher.dispatch(sessionUuid);
    return { session_uuid: sessionUuid, status: 'started' };
  }

  /** Keeps the session and its first event, and does not run it yet. */
  async open(request: ExecuteRequest): Promise<string> {
    const { created, groupUuid } = await this.drafts.draft(request);
    refuseBudget(created);
    const isMeasured = created.limits?.spend_factor != null;
    return this.keep({ ...created, expected_tokens: isMeasured ? tokensForeseen(created) : null }, request, groupUuid);
  }

  private async keep(created: SessionCreated, request: ExecuteRequest, groupUuid: string | null): Promise<string> {
    const sessionUuid = newUuid();
    const named = { ...created, session_uuid: sessionUuid };
    await this.sessions.create(
      {
        session_uuid: sessionUuid,
        group_uuid: groupUuid,
        workflow_uuid: await this.sources.keepWorkflow(request, created.graph),
        status: 'pending',
        title: created.title,
        language: created.language,
        objective: created.objective,
        proposal: created.proposal,
        node_statuses: Object.fromEntries(Object.keys(created.graph.nodes).map((id) => [id, 'pending' as const])),
        engine: created.engine,
        seats: created.seats.map(({ node_id, seat_id, name, wanted, used, agent }) => ({
          node_id,
          ...(seat_id === undefined ? {} : { seat_id }),
          name,
          wanted,
          used,
          agent_uuid: agent?.agent_uuid ?? null,
        })),
        verdict: null,
        outcome: null,
        error: null,
        usage: { input_tokens: 0, output_tokens: 0, cost_usd: 0, is_estimated: false },
        round: 1,
        score_history: [],
        lock: null,
        budget: created.budget ?? null,
        has_group_budget: created.group?.has_budget === true,
      },
      named,
    );
    return sessionUuid;
  }
}
