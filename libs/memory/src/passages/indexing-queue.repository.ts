import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

export interface ClaimedIndexing {
  readonly sessionUuid: string;
  /** This one included. */
  readonly attempt: number;
}

/** Whose process gave no sign for this long is dead, and its work is anybody's. */
const STALE_SECONDS = 120;
/** Before the second attempt; every later pause is six times the one before. */
const FIRST_PAUSE_SECONDS = 10;

const CLAIM = `
WITH next AS (
  SELECT session_uuid FROM passage_indexings
  WHERE (state = 'pending' AND (attempts = 0 OR updated_at < clock_timestamp() - $1 * power(6, attempts - 1) * interval '1 second'))
    OR (state = 'running' AND updated_at < clock_timestamp() - $2 * interval '1 second')
  ORDER BY updated_at, session_uuid LIMIT 1 FOR UPDATE SKIP LOCKED
), claimed AS (
  UPDATE passage_indexings SET state = 'running', attempts = attempts + 1, updated_at = clock_timestamp()
  FROM next WHERE passage_indexings.session_uuid = next.session_uuid
  RETURNING passage_indexings.session_uuid, attempts
)
SELECT session_uuid, attempts FROM claimed`;

/** The work that is to be done, on the database's clock: shared by all processes, and outliving each of them. */
@Injectable()
export class IndexingQueueRepository {
  constructor(private readonly database: DataSource) {}

  /** Does nothing when the session has been asked for before. */
  async add(sessionUuid: string): Promise<void> {
    await this.database.query('INSERT INTO passage_indexings (session_uuid) VALUES ($1) ON CONFLICT DO NOTHING', [
      sessionUuid,
    ]);
  }

  /** The oldest work that is due, for this process alone. Null when there is none. */
  async claim(): Promise<ClaimedIndexing | null> {
    const rows = await this.database.query<{ session_uuid: string; attempts: number }[]>(CLAIM, [
      FIRST_PAUSE_SECONDS,
      STALE_SECONDS,
    ]);
    const row = rows[0];
    return row === undefined ? null : { sessionUuid: row.session_uuid, attempt: row.attempts };
  }

  async showLife(sessionUuid: string): Promise<void> {
    await this.database.query('UPDATE passage_indexings SET updated_at = clock_timestamp() WHERE session_uuid = $1', [
      sessionUuid,
    ]);
  }

  async finish(sessionUuid: string, state: 'pending' | 'done' | 'failed', error: string | null): Promise<void> {
    await this.database.query(
      'UPDATE passage_indexings SET state = $2, error = $3, updated_at = clock_timestamp() WHERE session_uuid = $1',
      [sessionUuid, state, error],
    );
  }

  /** Gives it back as if it had not been claimed. */
  async release(sessionUuid: string): Promise<void> {
    await this.database.query(
      `UPDATE passage_indexings SET state = 'pending', attempts = attempts - 1 WHERE session_uuid = $1 AND state = 'running'`,
      [sessionUuid],
    );
  }
}
