import { Access, type Principal } from '@council/access';
import type { ExecuteRequest, GraphDefinition, SessionCreated } from '@council/contracts';
import { Evidence, ModelCatalogue, validateGraph } from '@council/council-core';
import type { Issue } from '@council/kernel';
import { Injectable } from '@nestjs/common';
import type { GroupEntity } from '../groups/group.entity.js';
import { needsDocument, refuse, refuseMissing } from './refuse-draft.js';
import { assignSeats } from './seat-assignment.js';
import { readInput } from './session-input.js';
import { draftSeats, type SeatDraft } from './seat-wishes.js';
import { seatedAgents } from './seated-agents.js';
import { memberIssues, seatMembers } from './session-members.js';
import { SessionSeeds } from './session-seeds.js';
import { SessionSources } from './session-sources.js';
import { SessionLimits } from './session-limits.js';
import { guessLanguage, guessTitle } from './session-words.js';
import { toldGraph } from './told-graph.js';

/** The version of the log that this engine writes. */
const ENGINE_VERSION = 1;

interface SessionDraft {
  readonly created: SessionCreated;
  readonly groupUuid: string | null;
  /** The graph as it was asked for, before others were seated. */
  readonly source: GraphDefinition;
}

/** What a session will begin with: for the one that opens it, and for the one that only asks what it would cost. */
@Injectable()
export class SessionDrafts {
  constructor(
    private readonly sources: SessionSources,
    private readonly catalogue: ModelCatalogue,
    private readonly seeds: SessionSeeds,
    private readonly evidence: Evidence,
    private readonly limits: SessionLimits,
    private readonly access: Access,
  ) {}

  /** Checks everything that can be checked and snapshots what the session depends on. Writes nothing. */
  async draft(request: ExecuteRequest, who: Principal): Promise<SessionDraft> {
    const { graph: source, name, translations } = await this.sources.graph(request);
    const seatedGraph = seatMembers(source, request.members);
    refuse(validateGraph(seatedGraph).map((issue) => ({ ...issue, path: `graph.${issue.path}` })));
    const input = readInput(request);
    const language = request.language ?? guessLanguage(input.document ?? input.objective);
    const words = translations?.[language];
    const graph = toldGraph(seatedGraph, words);
    const evidence = this.evidence.sources();
    const seated = seatedAgents(graph, evidence.length > 0);
    const agents = await this.sources.agents(seated.map((seat) => seat.agent_uuid));
    refuse(memberIssues(request.members, seatedAgents(source, evidence.length > 0), agents));
    const { seats: drafts, issues } = draftSeats(graph, agents, request.overrides, language, evidence.length > 0);
    const groupUuid = request.group_uuid ?? request.input.group_uuid ?? request.input.group_id ?? null;
    const group = groupUuid === null ? null : await this.groupOf(groupUuid, who);
    refuse([
      ...issues,
      ...unknownOverrides(request, drafts),
      ...(groupUuid !== null && group === null ? [unknownGroup(groupUuid)] : []),
    ]);
    const plan = this.catalogue.plan(drafts.flatMap((draft) => [draft, ...draft.fallbacks]));
    refuseMissing(plan);
    if (plan.engine.kind === 'extractive' && input.document === null) throw needsDocument();
    const title = request.title ?? guessTitle(input.document, input.objective, words?.name ?? name);
    const created: SessionCreated = {
      engine_version: ENGINE_VERSION,
      seed: await this.seeds.seedFor({ language, ...input }),
      title,
      language,
      ...input,
      group: group === null ? null : this.sources.snapshotGroup(group, language),
      graph,
      engine: plan.engine,
      seats: assignSeats(graph, drafts, plan),
      budget: request.budget ?? null,
      limits: this.limits.breakers(),
      evidence_sources: [...evidence],
    };
    return { created, groupUuid, source };
  }

  /** Null: there is none, or none that may be seen. */
  private async groupOf(groupUuid: string, who: Principal): Promise<GroupEntity | null> {
    if ((await this.access.rule(who, 'group', groupUuid, 'see')) === 'unseen') return null;
    await this.access.assert(who, 'group', groupUuid, 'act');
    return this.sources.group(groupUuid);
  }
}

function unknownOverrides({ overrides }: ExecuteRequest, seats: readonly SeatDraft[]): Issue[] {
  const seated = new Set(seats.flatMap((seat) => [seat, ...seat.fallbacks]).map((seat) => seat.agent?.agent_uuid));
  return Object.keys(overrides)
    .filter((agent) => !seated.has(agent))
    .map((agent) => ({
      path: `overrides.${agent}`,
      code: 'SESSION.OVERRIDE_UNSEATED',
      message: `agent ${agent} has no seat in this graph`,
    }));
}

const unknownGroup = (groupUuid: string): Issue => ({
  path: 'group_uuid',
  code: 'SESSION.GROUP_UNKNOWN',
  message: `there is no group ${groupUuid}`,
});
