import { type GraphDefinition, Uuid, type WorkflowListItem } from '@council/contracts';
import { AppError, newUuid } from '@council/kernel';
import { Injectable } from '@nestjs/common';
import { assertStorable } from '../graphs/assert-storable.js';
import { WorkflowsRepository } from './workflows.repository.js';

@Injectable()
export class WorkflowsService {
  constructor(private readonly workflows: WorkflowsRepository) {}

  async list(): Promise<WorkflowListItem[]> {
    const heads = await this.workflows.findHeads();
    return heads.map((head) => ({ ...head, updated_at: head.updated_at.toISOString() }));
  }

  async get(id: string): Promise<GraphDefinition> {
    const workflow = await this.workflows.findOne(id);
    if (workflow === null) throw unknownWorkflow(id);
    return { ...workflow.graph_definition, workflow_uuid: workflow.workflow_uuid };
  }

  /** Keeps the client's id when it gives one: that is how its editor finds the workflow again. */
  async create(graph: GraphDefinition): Promise<GraphDefinition> {
    const id = graph.workflow_uuid === '' ? newUuid() : chosenId(graph.workflow_uuid);
    assertStorable(graph);
    const stored = named(id, graph);
    if (await this.workflows.insert(id, stored)) return stored;
    throw new AppError('conflict', 'WORKFLOW.EXISTS', 'a workflow with this id exists', {
      detail: `Change workflow ${id} with PUT, or leave workflow_uuid empty to get a new one.`,
    });
  }

  async replace(id: string, graph: GraphDefinition): Promise<GraphDefinition> {
    assertStorable(graph);
    const stored = named(id, graph);
    if (!(await this.workflows.replace(id, stored))) throw unknownWorkflow(id);
    return stored;
  }

  async delete(id: string): Promise<void> {
    if (!(await this.workflows.delete(id))) throw unknownWorkflow(id);
  }
}

function chosenId(text: string): string {
  const parsed = Uuid.safeParse(text);
  if (parsed.success) return parsed.data;
  throw new AppError('invalid', 'REQUEST.INVALID', 'the request breaks the schema', {
    issues: [{ path: 'workflow_uuid', code: 'invalid_format', message: 'is not a uuid' }],
  });
}

/** A list of workflows needs something to read in each row. */
function named(id: string, graph: GraphDefinition): GraphDefinition {
  return { ...graph, workflow_uuid: id, name: graph.name.trim() === '' ? `Workflow ${id.slice(0, 8)}` : graph.name };
}

function unknownWorkflow(id: string): AppError {
  return new AppError('not-found', 'WORKFLOW.NOT_FOUND', 'Workflow not found', {
    detail: `There is no workflow ${id}.`,
  });
}
