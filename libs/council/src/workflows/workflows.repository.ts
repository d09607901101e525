import type { GraphDefinition } from '@council/contracts';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { WorkflowEntity } from './workflow.entity.js';

export type WorkflowHead = Readonly<Pick<WorkflowEntity, 'workflow_uuid' | 'name' | 'updated_at'>>;

@Injectable()
export class WorkflowsRepository {
  constructor(@InjectRepository(WorkflowEntity) private readonly rows: Repository<WorkflowEntity>) {}

  /** Without the graphs, which can be large; the last touched first. */
  findHeads(): Promise<readonly WorkflowHead[]> {
    return this.rows.find({
      select: { workflow_uuid: true, name: true, updated_at: true },
      order: { updated_at: 'DESC', workflow_uuid: 'ASC' },
    });
  }

  findOne(id: string): Promise<Readonly<WorkflowEntity> | null> {
    return this.rows.findOneBy({ workflow_uuid: id });
  }

  /** False when the id is taken: two that come at once cannot both win. */
  async insert(id: string, graph: GraphDefinition, groupUuid: string | null = null): Promise<boolean> {
    const inserted: unknown[] = await this.rows.query(
      `INSERT INTO workflows (workflow_uuid, name, graph_definition, group_uuid) VALUES ($1, $2, $3::jsonb, $4)
       ON CONFLICT (workflow_uuid) DO NOTHING RETURNING workflow_uuid`,
      [id, graph.name, JSON.stringify(graph), groupUuid],
    );
    return inserted.length === 1;
  }

  async replace(id: string, graph: GraphDefinition): Promise<boolean> {
    const [, affected] = await this.rows.query<[unknown[], number]>(
      'UPDATE workflows SET name = $2, graph_definition = $3::jsonb, updated_at = now() WHERE workflow_uuid = $1',
      [id, graph.name, JSON.stringify(graph)],
    );
    return affected === 1;
  }

  async delete(id: string): Promise<boolean> {
    return (await this.rows.delete({ workflow_uuid: id })).affected === 1;
  }
}
