import { type Lease, LeaseStore, type Rest } from '@council/council-core';
import { prepared } from '@council/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

const ACQUIRE = prepared(`
  INSERT INTO session_leases AS held (session_uuid, owner, epoch, expires_at)
  SELECT session_uuid, $2, 1, clock_timestamp() + $3 * interval '1 millisecond'
  FROM sessions WHERE session_uuid = $1
  ON CONFLICT (session_uuid) DO UPDATE
    SET owner = excluded.owner, epoch = held.epoch + 1, expires_at = excluded.expires_at,
        rested_at_seq = NULL, wake_at = NULL
    WHERE held.expires_at < clock_timestamp()
  RETURNING epoch`);

const RENEW = prepared(`
  WITH renewed AS (
    UPDATE session_leases SET expires_at = clock_timestamp() + $4 * interval '1 millisecond'
    WHERE session_uuid = $1 AND owner = $2 AND epoch = $3 RETURNING 1)
  SELECT EXISTS (SELECT 1 FROM renewed) AS held`);

const RELEASE = prepared(`
  WITH released AS (
    UPDATE session_leases SET expires_at = clock_timestamp() - interval '1 millisecond',
      rested_at_seq = $4, wake_at = $5
    WHERE session_uuid = $1 AND owner = $2 AND epoch = $3 RETURNING session_uuid, rested_at_seq)
  SELECT rested_at_seq IS NULL OR last_seq <= rested_at_seq AS is_covered
  FROM sessions JOIN released USING (session_uuid)`);

/** Leases on the database's clock: no two machines have to agree on the time. */
@Injectable()
export class PostgresLeaseStore extends LeaseStore {
  constructor(private readonly database: DataSource) {
    super();
  }

  async acquire(sessionUuid: string, owner: string, ttlMs: number): Promise<Lease | null> {
    const rows = await this.database.query<{ epoch: string }[]>(ACQUIRE, [sessionUuid, owner, ttlMs]);
    const epoch = rows[0]?.epoch;
    return epoch === undefined ? null : { sessionUuid, owner, epoch: Number(epoch) };
  }

  async renew(lease: Lease, ttlMs: number): Promise<boolean> {
    const rows = await this.database.query<{ held: boolean }[]>(RENEW, [
      lease.sessionUuid,
      lease.owner,
      lease.epoch,
      ttlMs,
    ]);
    return rows[0]?.held === true;
  }

  /** The row stays, expired, so that the epoch goes on growing. */
  async release(lease: Lease, rest: Rest | null): Promise<boolean> {
    const rows = await this.database.query<{ is_covered: boolean }[]>(RELEASE, [
      lease.sessionUuid,
      lease.owner,
      lease.epoch,
      rest?.seq ?? null,
      rest?.wakeAt ?? null,
    ]);
    return rows[0]?.is_covered ?? true;
  }

  async findAbandoned(limit: number, forMs = 0): Promise<readonly string[]> {
    const rows = await this.database.query<{ session_uuid: string }[]>(
      `SELECT session_uuid FROM sessions LEFT JOIN session_leases AS held USING (session_uuid)
       WHERE status NOT IN ('completed', 'failed', 'cancelled')
         AND coalesce(held.expires_at, created_at) < clock_timestamp() - $2 * interval '1 millisecond'
         AND (held.rested_at_seq IS NULL OR held.rested_at_seq < last_seq OR held.wake_at <= clock_timestamp())
       ORDER BY coalesce(held.expires_at, created_at), session_uuid LIMIT $1`,
      [limit, forMs],
    );
    return rows.map((row) => row.session_uuid);
  }
}
