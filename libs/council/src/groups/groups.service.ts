import { type Principal, seenGroups } from '@council/access';
import { type Group, type GroupDraft, GroupTranslations, type MonthSpend } from '@council/contracts';
import { AppError } from '@council/kernel';
import { Injectable } from '@nestjs/common';
import type { GroupEntity } from './group.entity.js';
import { GroupsRepository, type GroupWrite } from './groups.repository.js';

@Injectable()
export class GroupsService {
  constructor(private readonly groups: GroupsRepository) {}

  async list(who: Principal): Promise<Group[]> {
    return this.withSpend(await this.groups.findAll(seenGroups(who, 'g')));
  }

  async get(id: string): Promise<Group> {
    const group = await this.groups.findOne(id);
    if (group === null) throw unknownGroup(id);
    return this.one(group);
  }

  async create(draft: GroupDraft, who: Principal): Promise<Group> {
    return this.one(written('', draft, await this.groups.insert(draft, who)));
  }

  async replace(id: string, draft: GroupDraft): Promise<Group> {
    return this.one(written(id, draft, await this.groups.replace(id, draft)));
  }

  async delete(id: string): Promise<void> {
    const outcome = await this.groups.delete(id);
    if (outcome === 'missing') throw unknownGroup(id);
    if (outcome === 'in-use') {
      throw new AppError('conflict', 'GROUP.IN_USE', 'a session of this group is still running', {
        detail: 'Stop the session or let it end, then delete the group. Its sessions go with it.',
      });
    }
  }

  private async one(row: Readonly<GroupEntity>): Promise<Group> {
    const [group] = await this.withSpend([row]);
    if (group === undefined) throw unknownGroup(row.group_uuid);
    return group;
  }

  /** A group that was deleted a moment ago is left out. */
  private async withSpend(rows: readonly Readonly<GroupEntity>[]): Promise<Group[]> {
    const spends = await this.groups.monthSpend(rows.map(({ group_uuid }) => group_uuid));
    return rows.flatMap((row) => {
      const spend = spends.get(row.group_uuid);
      return spend === undefined ? [] : [toGroup(row, spend)];
    });
  }
}

function written(id: string, draft: GroupDraft, write: GroupWrite): Readonly<GroupEntity> {
  if ('group' in write) return write.group;
  if ('isMissing' in write) throw unknownGroup(id);
  throw new AppError('invalid', 'GROUP.AGENT_UNKNOWN', 'the group lists agents that do not exist', {
    issues: write.unknownAgents.map((agent) => ({
      path: `default_agent_uuids.${draft.default_agent_uuids.indexOf(agent)}`,
      code: 'GROUP.AGENT_UNKNOWN',
      message: `there is no agent ${agent}`,
    })),
  });
}

function unknownGroup(id: string): AppError {
  return new AppError('not-found', 'GROUP.NOT_FOUND', 'group not found', { detail: `There is no group ${id}.` });
}

function toGroup(row: Readonly<GroupEntity>, spend: MonthSpend): Group {
  return {
    group_uuid: row.group_uuid,
    name: row.name,
    icon: row.icon,
    system_prompt: row.system_prompt,
    default_agent_uuids: [...row.default_agent_uuids],
    monthly_budget_usd: row.monthly_budget_usd === null ? null : Number(row.monthly_budget_usd),
    this_month: spend,
    translations: GroupTranslations.parse(row.translations),
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
  };
}
