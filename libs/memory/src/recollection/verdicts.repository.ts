import type { RecalledItem } from '@council/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

interface Row {
  readonly title: string;
  readonly verdict: { readonly verdict: string; readonly weighted_total: number | null };
  readonly ended_at: Date;
}

/** How earlier sessions of a group came out. A table of another module is named, not imported. */
@Injectable()
export class VerdictsRepository {
  constructor(private readonly database: DataSource) {}

  /** The latest first, without the session that asks. Balances of quoted sentences are no verdicts. */
  async latest(
    groupUuid: string,
    butSession: string | null,
    withinDays: number | null,
    limit: number,
  ): Promise<readonly RecalledItem[]> {
    const rows = await this.database.query<Row[]>(
      `SELECT title, verdict, ended_at FROM sessions
       WHERE group_uuid = $1 AND status = 'completed' AND verdict->>'kind' = 'judged'
         AND ($2::uuid IS NULL OR session_uuid <> $2::uuid)
         AND ($3::int IS NULL OR ended_at >= now() - make_interval(days => $3::int))
       ORDER BY ended_at DESC, session_uuid LIMIT $4`,
      [groupUuid, butSession, withinDays, limit],
    );
    return rows.map(({ title, verdict, ended_at }) => ({
      kind: 'verdict',
      title,
      content: `${verdict.weighted_total ?? '-'} / 100. ${verdict.verdict}`,
      similarity: null,
      created_at: ended_at.toISOString(),
    }));
  }
}
