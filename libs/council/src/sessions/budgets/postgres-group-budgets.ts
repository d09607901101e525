import type { LogEvent, NewEvent } from '@council/contracts';
import { type DrawAllotmentEffect, GroupBudgets, type Lease, toUsd } from '@council/council-core';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { PostgresEventStore } from '../postgres-event-store.js';

interface Month {
  readonly month: string;
  /** USD; null: the group has no budget any more. */
  readonly cap: number | null;
  readonly allotted: number;
  /** Spent this month by sessions that began before the group had a budget. */
  readonly besides: number;
  /** What this session has been allotted of the month. */
  readonly own: number;
  readonly others_hold: boolean;
}

/** Sessions of one group ask one after the other: the row of its month is locked until the answer is in the log. */
@Injectable()
export class PostgresGroupBudgets extends GroupBudgets {
  constructor(
    private readonly database: DataSource,
    private readonly store: PostgresEventStore,
  ) {
    super();
  }

  async draw(lease: Lease, wanted: DrawAllotmentEffect): Promise<readonly LogEvent[]> {
    const events = await this.database.transaction(async (manager) => {
      const month = await lockMonth(manager, lease.sessionUuid, wanted.groupUuid);
      const event = month === null ? null : answer(month, wanted);
      return event === null ? [] : this.store.appendWith(manager, lease.sessionUuid, lease, [event]);
    });
    this.store.publish(lease.sessionUuid, events);
    return events;
  }
}

function answer(month: Month, { usd, least, isIdle }: DrawAllotmentEffect): NewEvent | null {
  const { cap, allotted, besides } = month;
  const free = cap === null ? usd : toUsd(cap - allotted - besides);
  if (free >= least) {
    const granted = Math.min(usd, free);
    return {
      event: 'budget:allotted',
      data: { month: month.month, usd: granted, total: toUsd(month.own + granted), is_awaited: isIdle },
    };
  }
  if (!isIdle || month.others_hold) return null;
  const needed = toUsd(allotted + besides + least);
  return { event: 'budget:reached', data: { scope: 'group', unit: 'usd', cap: cap ?? 0, needed } };
}

/** Null: the group is gone. */
async function lockMonth(manager: EntityManager, sessionUuid: string, groupUuid: string): Promise<Month | null> {
  await manager.query(
    `INSERT INTO group_months (group_uuid, month)
     SELECT group_uuid, to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM') FROM groups WHERE group_uuid = $1
     ON CONFLICT DO NOTHING`,
    [groupUuid],
  );
  const locked = await manager.query<{ month: string }[]>(
    `SELECT month FROM group_months
     WHERE group_uuid = $1 AND month = to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM') FOR UPDATE`,
    [groupUuid],
  );
  const month = locked[0]?.month;
  if (month === undefined) return null;
  // A statement of its own: it sees what those had written for whose lock this one has waited.
  const rows = await manager.query<Month[]>(
    `SELECT m.month, g.monthly_budget_usd::float8 AS cap, m.allotted_usd::float8 AS allotted,
       (SELECT coalesce(sum((s.usage->>'cost_usd')::numeric), 0)::float8 FROM sessions s
        WHERE s.group_uuid = $1 AND NOT s.has_group_budget
          AND s.created_at >= date_trunc('month', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC') AS besides,
       (SELECT coalesce(sum(a.usd), 0)::float8 FROM session_allotments a
        WHERE a.session_uuid = $3 AND a.month = $2) AS own,
       EXISTS (SELECT 1 FROM session_allotments a JOIN sessions s USING (session_uuid)
        WHERE a.is_open AND a.month = $2 AND s.group_uuid = $1 AND s.session_uuid <> $3) AS others_hold
     FROM group_months m JOIN groups g USING (group_uuid) WHERE m.group_uuid = $1 AND m.month = $2`,
    [groupUuid, month, sessionUuid],
  );
  return rows[0] ?? null;
}
