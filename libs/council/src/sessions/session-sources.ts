import type { ExecuteRequest, GraphDefinition, Language, SessionCreated } from '@council/contracts';
import { AppError, isUuid } from '@council/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { AgentEntity } from '../agents/agent.entity.js';
import { GroupEntity } from '../groups/group.entity.js';
import { TemplateEntity, type TemplateTranslations } from '../templates/template.entity.js';
import { WorkflowEntity } from '../workflows/workflow.entity.js';

interface SourceGraph {
  readonly graph: GraphDefinition;
  /** What it is called. */
  readonly name: string;
  /** Of a template, which came with the product, in other languages. */
  readonly translations?: TemplateTranslations | null;
}

/** What a session is made of, read from the tables once, when it opens. */
@Injectable()
export class SessionSources {
  constructor(private readonly database: DataSource) {}

  /** Exactly one of graph, template and workflow. */
  async graph(request: ExecuteRequest): Promise<SourceGraph> {
    const given = (['graph', 'template_uuid', 'workflow_uuid'] as const).filter((key) => request[key] !== undefined);
    if (given.length !== 1) {
      const message = `give exactly one of graph, template_uuid and workflow_uuid${given.length === 0 ? '' : `, not ${given.join(' and ')}`}`;
      const issue = { path: given[0] ?? 'graph', code: 'SESSION.ONE_GRAPH', message };
      throw new AppError('invalid', 'SESSION.ONE_GRAPH', message, { issues: [issue] });
    }
    if (request.graph !== undefined) return { graph: request.graph, name: request.graph.name };
    if (request.template_uuid !== undefined) {
      const template = await this.database.manager.findOneBy(TemplateEntity, { template_uuid: request.template_uuid });
      if (template === null) throw new AppError('not-found', 'TEMPLATE.NOT_FOUND', 'there is no such template');
      const { graph_definition: graph, name, translations } = template;
      return { graph, name, translations };
    }
    const workflow = await this.database.manager.findOneBy(WorkflowEntity, { workflow_uuid: request.workflow_uuid });
    if (workflow === null) throw new AppError('not-found', 'WORKFLOW.NOT_FOUND', 'there is no such workflow');
    return { graph: workflow.graph_definition, name: workflow.name };
  }

  /** A template that a session was started from was used, which is no edit of it. */
  async countUse(templateUuid: string): Promise<void> {
    await this.database.query('UPDATE workflow_templates SET usage_count = usage_count + 1 WHERE template_uuid = $1', [
      templateUuid,
    ]);
  }

  async agents(agentUuids: readonly string[]): Promise<ReadonlyMap<string, AgentEntity>> {
    const rows = await this.database.manager.findBy(AgentEntity, { agent_uuid: In([...new Set(agentUuids)]) });
    return new Map(rows.map((row) => [row.agent_uuid, row]));
  }

  group(groupUuid: string): Promise<GroupEntity | null> {
    return this.database.manager.findOneBy(GroupEntity, { group_uuid: groupUuid });
  }

  snapshotGroup(group: GroupEntity, language: Language): NonNullable<SessionCreated['group']> {
    const words = group.translations?.[language];
    const constitution = words?.system_prompt ?? group.system_prompt ?? '';
    const capped = group.monthly_budget_usd === null ? {} : { has_budget: true };
    return { group_uuid: group.group_uuid, name: words?.name ?? group.name, constitution, ...capped };
  }

  /**
   * The workflow that the session belongs to. A graph with an id of its own that is not stored yet is stored: clients of
   * the reference read it back by that id. The graph that runs is the one in the session's log.
   */
  async keepWorkflow(request: ExecuteRequest, graph: GraphDefinition): Promise<string | null> {
    if (request.workflow_uuid !== undefined) return request.workflow_uuid;
    const id = graph.workflow_uuid;
    if (id === '') return null;
    if (!isUuid(id)) {
      const issue = { path: 'graph.workflow_uuid', code: 'GRAPH.WORKFLOW_ID', message: 'is not a uuid' };
      throw new AppError('invalid', 'GRAPH.WORKFLOW_ID', 'graph.workflow_uuid is not a uuid', { issues: [issue] });
    }
    await this.database.manager
      .createQueryBuilder()
      .insert()
      .into(WorkflowEntity)
      .values({
        workflow_uuid: id,
        name: graph.name === '' ? `Workflow ${id.slice(0, 8)}` : graph.name,
        graph_definition: graph,
      } as never)
      .orIgnore()
      .execute();
    return id;
  }
}
