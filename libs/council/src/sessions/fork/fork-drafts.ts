import type { ForkRequest, SessionCreated } from '@council/contracts';
import { ModelCatalogue, validateGraph } from '@council/council-core';
import { Injectable } from '@nestjs/common';
import { refuseBudget } from '../refuse-budget.js';
import { needsDocument, refuse, refuseMissing } from '../refuse-draft.js';
import { assignSeats } from '../seat-assignment.js';
import { SessionLimits } from '../session-limits.js';
import { SessionSources } from '../session-sources.js';
import { forkSeats } from './fork-seats.js';

export interface ForkDraft {
  readonly created: SessionCreated;
  /** The seats in which somebody or something else speaks. */
  readonly changed: ReadonlySet<string>;
}

/** What a fork will begin with. Checks all that is checked where a session begins: models and keys may have gone since. */
@Injectable()
export class ForkDrafts {
  constructor(
    private readonly sources: SessionSources,
    private readonly catalogue: ModelCatalogue,
    private readonly limits: SessionLimits,
  ) {}

  async draft(source: SessionCreated, request: ForkRequest): Promise<ForkDraft> {
    const agents = await this.sources.agents(Object.values(request.agents));
    const { graph, drafts, changed, issues } = forkSeats(source, request, agents);
    refuse(issues);
    // An agent in another's place may break a rule of the graph, such as standing in for itself.
    refuse(validateGraph(graph).map((issue) => ({ ...issue, path: `agents.${issue.node_id ?? ''}` })));
    const plan = this.catalogue.plan(drafts.flatMap((draft) => [draft, ...draft.fallbacks]));
    refuseMissing(plan);
    if (plan.engine.kind === 'extractive' && source.document === null) throw needsDocument();
    const seats = assignSeats(graph, drafts, plan);
    const { title = source.title, budget = source.budget ?? undefined } = request;
    const limits = this.limits.breakers();
    const group = await this.groupNow(source);
    const created = { ...source, title, group, graph, engine: plan.engine, seats, budget: budget ?? null, limits };
    refuseBudget(created);
    return { created, changed };
  }

  /** Its constitution is that of the source; its purse is that of today. */
  private async groupNow({ group }: SessionCreated): Promise<SessionCreated['group']> {
    if (group === null) return null;
    const row = await this.sources.group(group.group_uuid);
    return { ...group, has_budget: row !== null && row.monthly_budget_usd !== null };
  }
}
