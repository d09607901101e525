import { Access, type Principal } from '@council/access';
import type { GraphDefinition, TemplateUse } from '@council/contracts';
import { AppError, type Issue, newUuid } from '@council/kernel';
import { Injectable } from '@nestjs/common';
import { assertStorable } from '../graphs/assert-storable.js';
import { SessionSources } from '../sessions/session-sources.js';
import { toldGraph } from '../sessions/told-graph.js';
import { WorkflowsRepository } from '../workflows/workflows.repository.js';
import { swapSeats } from './swap-seats.js';
import { TemplatesRepository } from './templates.repository.js';
import { unknownTemplate } from './unknown-template.js';

/** Makes workflows from templates: a copy under an id of its own, which the template never touches again. */
@Injectable()
export class TemplateUses {
  constructor(
    private readonly templates: TemplatesRepository,
    private readonly workflows: WorkflowsRepository,
    private readonly sources: SessionSources,
    private readonly access: Access,
  ) {}

  async instantiate(id: string, use: TemplateUse, who: Principal): Promise<GraphDefinition> {
    const template = await this.templates.findOne(id);
    if (template === null) throw unknownTemplate(id);
    const { graph, issues } = swapSeats(template.graph_definition, use.seats);
    const groupUuid = use.group_uuid ?? use.group_id ?? null;
    refuse([...issues, ...(await this.unknownAgents(use)), ...(await this.unknownGroup(groupUuid, who))]);
    const words = use.language === undefined ? undefined : template.translations?.[use.language];
    const told = toldGraph(graph, words);
    assertStorable(told);
    const name = use.name ?? use.workflow_name ?? words?.name ?? template.name;
    const workflow = { ...told, workflow_uuid: newUuid(), name };
    await this.workflows.insert(workflow.workflow_uuid, workflow, groupUuid);
    await this.sources.countUse(id);
    return workflow;
  }

  private async unknownAgents({ seats }: TemplateUse): Promise<Issue[]> {
    const wanted = Object.entries(seats).flatMap(([key, agents]) =>
      [agents].flat().map((agent) => [key, agent] as const),
    );
    const known = await this.sources.agents(wanted.map(([, agent]) => agent));
    return wanted
      .filter(([, agent]) => !known.has(agent))
      .map(([key, agent]) => ({
        path: `seats.${key}`,
        code: 'SESSION.AGENT_UNKNOWN',
        message: `there is no agent ${agent}`,
      }));
  }

  private async unknownGroup(id: string | null, who: Principal): Promise<Issue[]> {
    if (id === null) return [];
    const isSeen = (await this.access.rule(who, 'group', id, 'see')) !== 'unseen';
    if (isSeen) await this.access.assert(who, 'group', id, 'act');
    if (isSeen && (await this.sources.group(id)) !== null) return [];
    return [{ path: 'group_uuid', code: 'SESSION.GROUP_UNKNOWN', message: `there is no group ${id}` }];
  }
}

function refuse(issues: readonly Issue[]): void {
  const [first] = issues;
  if (first === undefined) return;
  throw new AppError('invalid', first.code, 'no workflow can be made of the template in this way', { issues });
}
