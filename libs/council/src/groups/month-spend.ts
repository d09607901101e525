import type { MonthSpend } from '@council/contracts';
import type { EntityManager } from 'typeorm';

/**
 * What a group's sessions have spent in this month (UTC), and what is held for calls in flight beside that. A session
 * that holds something has spent of its open month what it has spent at all, less what its closed months say.
 */
export async function monthSpend(
  manager: EntityManager,
  groupUuids: readonly string[],
): Promise<ReadonlyMap<string, MonthSpend>> {
  const rows = await manager.query<(MonthSpend & { group_uuid: string })[]>(
    `WITH now_month AS (SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM') AS month),
     held AS (
       SELECT s.group_uuid, sum(greatest(0, a.usd + coalesce(closed.usd, 0) - coalesce((s.usage->>'cost_usd')::numeric, 0))) AS usd
       FROM session_allotments a
       JOIN sessions s USING (session_uuid)
       JOIN now_month n ON n.month = a.month
       LEFT JOIN LATERAL (
         SELECT sum(o.usd) AS usd FROM session_allotments o
         WHERE o.session_uuid = a.session_uuid AND o.month <> a.month) AS closed ON true
       WHERE a.is_open AND s.group_uuid = ANY ($1::uuid[]) GROUP BY s.group_uuid),
     besides AS (
       SELECT s.group_uuid, sum((s.usage->>'cost_usd')::numeric) AS usd FROM sessions s
       WHERE s.group_uuid = ANY ($1::uuid[]) AND NOT s.has_group_budget
         AND s.created_at >= date_trunc('month', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC' GROUP BY s.group_uuid)
     SELECT g.group_uuid, n.month,
       (coalesce(m.allotted_usd, 0) - coalesce(h.usd, 0) + coalesce(b.usd, 0))::float8 AS spent_usd,
       coalesce(h.usd, 0)::float8 AS held_usd
     FROM groups g CROSS JOIN now_month n
     LEFT JOIN group_months m ON m.group_uuid = g.group_uuid AND m.month = n.month
     LEFT JOIN held h ON h.group_uuid = g.group_uuid
     LEFT JOIN besides b ON b.group_uuid = g.group_uuid
     WHERE g.group_uuid = ANY ($1::uuid[])`,
    [groupUuids],
  );
  return new Map(rows.map(({ group_uuid, ...spend }) => [group_uuid, spend]));
}
