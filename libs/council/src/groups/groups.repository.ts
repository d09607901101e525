import { ownGroup, type Principal, type SeenCondition } from '@council/access';
import type { GroupDraft, MonthSpend } from '@council/contracts';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { EntityManager, Repository } from 'typeorm';
import { GroupEntity } from './group.entity.js';
import { monthSpend } from './month-spend.js';

/** What came of a write: the row, or why there is none. */
export type GroupWrite =
  | { readonly group: Readonly<GroupEntity> }
  | { readonly unknownAgents: readonly string[] }
  | { readonly isMissing: true };

@Injectable()
export class GroupsRepository {
  constructor(@InjectRepository(GroupEntity) private readonly rows: Repository<GroupEntity>) {}

  /** `seen`: of rows named `g`. */
  findAll(seen: SeenCondition | null): Promise<readonly Readonly<GroupEntity>[]> {
    const query = this.rows.createQueryBuilder('g').orderBy('g.created_at', 'DESC').addOrderBy('g.group_uuid', 'ASC');
    if (seen !== null) query.where(seen.sql, seen.parameters);
    return query.getMany();
  }

  findOne(id: string): Promise<Readonly<GroupEntity> | null> {
    return this.rows.findOneBy({ group_uuid: id });
  }

  monthSpend(groupUuids: readonly string[]): Promise<ReadonlyMap<string, MonthSpend>> {
    return monthSpend(this.rows.manager, groupUuids);
  }

  insert(draft: GroupDraft, who: Principal): Promise<GroupWrite> {
    return this.rows.manager.transaction(async (manager) => {
      const unknownAgents = await missingAgents(manager, draft.default_agent_uuids);
      if (unknownAgents.length > 0) return { unknownAgents };
      const { group_uuid } = await manager.save(manager.create(GroupEntity, rowOf(draft)));
      await ownGroup(manager, group_uuid, who);
      return { group: await manager.findOneByOrFail(GroupEntity, { group_uuid }) };
    });
  }

  replace(id: string, draft: GroupDraft): Promise<GroupWrite> {
    return this.rows.manager.transaction(async (manager) => {
      const unknownAgents = await missingAgents(manager, draft.default_agent_uuids);
      const group = await manager.findOneBy(GroupEntity, { group_uuid: id });
      if (group === null) return { isMissing: true };
      if (unknownAgents.length > 0) return { unknownAgents };
      await manager.update(GroupEntity, { group_uuid: id }, { ...rowOf(draft), translations: null, is_edited: true });
      return { group: await manager.findOneByOrFail(GroupEntity, { group_uuid: id }) };
    });
  }

  /** A group takes its sessions with it, so one whose session is at work stays. The lock keeps new sessions out. */
  delete(id: string): Promise<'deleted' | 'missing' | 'in-use'> {
    return this.rows.manager.transaction(async (manager) => {
      const group = await manager.findOne(GroupEntity, {
        where: { group_uuid: id },
        lock: { mode: 'pessimistic_write' },
      });
      if (group === null) return 'missing';
      const running: unknown[] = await manager.query(
        `SELECT 1 FROM sessions WHERE group_uuid = $1 AND status IN ('pending', 'running') LIMIT 1`,
        [id],
      );
      if (running.length > 0) return 'in-use';
      await manager.delete(GroupEntity, { group_uuid: id });
      return 'deleted';
    });
  }
}

/** A budget that is not named stays: older clients do not know of it. */
function rowOf({ monthly_budget_usd: budget, ...draft }: GroupDraft) {
  if (budget === undefined) return draft;
  return { ...draft, monthly_budget_usd: budget === null ? null : String(budget) };
}

/** Those of the ids that name no agent. The rest is held until the transaction ends: nobody deletes them meanwhile. */
async function missingAgents(manager: EntityManager, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const found: { agent_uuid: string }[] = await manager.query(
    'SELECT agent_uuid FROM agents WHERE agent_uuid = ANY($1::uuid[]) ORDER BY agent_uuid FOR KEY SHARE',
    [ids],
  );
  const known = new Set(found.map((row) => row.agent_uuid));
  return ids.filter((id) => !known.has(id));
}
