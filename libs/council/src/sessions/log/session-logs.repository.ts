import type { ChainedEvent, ChainHead } from '@council/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

export interface ChainedLog {
  readonly head: ChainHead;
  readonly events: readonly ChainedEvent[];
}

interface Row {
  readonly last_seq: number;
  readonly head_hash: string | null;
  /** Null: the session's log has no event at all. */
  readonly seq: number | null;
  readonly event: string;
  readonly node_id: string | null;
  readonly data: unknown;
  readonly created_at: Date;
  readonly hash: string | null;
}

/** One statement: the log and the end that its session names are of one moment, also while events are appended. */
const READ = `
SELECT session.last_seq, session.head_hash, log.seq, log.event, log.node_id, log.data, log.created_at, log.hash
FROM sessions AS session LEFT JOIN session_events AS log USING (session_uuid)
WHERE session_uuid = $1 ORDER BY log.seq`;

/** The log as it is proved and exported: with its hashes. */
@Injectable()
export class SessionLogsRepository {
  constructor(private readonly database: DataSource) {}

  /** Null: there is no such session. */
  async read(sessionUuid: string): Promise<ChainedLog | null> {
    const rows = await this.database.query<Row[]>(READ, [sessionUuid]);
    const first = rows[0];
    if (first === undefined) return null;
    const { last_seq, head_hash } = first;
    return { head: { session_uuid: sessionUuid, last_seq, head_hash }, events: rows.flatMap(toEvent) };
  }

  async allIds(): Promise<readonly string[]> {
    const rows = await this.database.query<{ session_uuid: string }[]>(
      'SELECT session_uuid FROM sessions ORDER BY created_at, session_uuid',
    );
    return rows.map(({ session_uuid }) => session_uuid);
  }
}

function toEvent({ seq, event, node_id, data, created_at, hash }: Row): ChainedEvent[] {
  if (seq === null) return [];
  const timestamp = created_at.toISOString();
  return [{ seq, event, ...(node_id === null ? {} : { node_id }), timestamp, data, hash }];
}
