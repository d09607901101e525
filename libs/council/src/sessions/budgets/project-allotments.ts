import type { EventOf } from '@council/contracts';
import type { EntityManager } from 'typeorm';

export type AllotmentChange =
  | ({ readonly kind: 'allotted' } & EventOf<'budget:allotted'>['data'])
  | ({ readonly kind: 'returned' } & EventOf<'budget:returned'>['data']);

/** What a session was allotted, and what its group's month has left: both in the append's transaction, so that they agree. */
export async function projectAllotments(
  manager: EntityManager,
  sessionUuid: string,
  changes: readonly AllotmentChange[],
): Promise<void> {
  for (const { kind, month, usd, total } of changes) {
    await manager.query(
      `INSERT INTO session_allotments (session_uuid, month, usd, is_open) VALUES ($1, $2, $3, $4)
       ON CONFLICT (session_uuid, month) DO UPDATE SET usd = excluded.usd, is_open = excluded.is_open`,
      [sessionUuid, month, total, kind === 'allotted'],
    );
    await manager.query(
      `UPDATE group_months SET allotted_usd = allotted_usd + $3::numeric
       WHERE month = $2 AND group_uuid = (SELECT group_uuid FROM sessions WHERE session_uuid = $1)`,
      [sessionUuid, month, kind === 'allotted' ? usd : -usd],
    );
  }
}
