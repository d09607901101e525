import type { LogEvent, SessionCreated } from '@council/contracts';
import type { ForkableEvent } from '@council/council-core';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

interface Row {
  readonly seq: number;
  readonly event: string;
  readonly node_id: string | null;
  readonly data: unknown;
  readonly created_at: Date;
  readonly hash: string | null;
  readonly append_end: number | null;
}

export interface ForkableLog {
  readonly created: SessionCreated | null;
  /** Null: it was written before logs said which events were appended together. */
  readonly events: readonly ForkableEvent[] | null;
  readonly hashOf: (seq: number) => string | null;
}

/** The log as it is forked: with what was appended together. */
@Injectable()
export class ForkableLogsRepository {
  constructor(private readonly database: DataSource) {}

  async read(sessionUuid: string): Promise<ForkableLog> {
    const rows = await this.database.query<Row[]>(
      `SELECT seq, event, node_id, data, created_at, hash, append_end
       FROM session_events WHERE session_uuid = $1 ORDER BY seq`,
      [sessionUuid],
    );
    const isOld = rows.some(({ append_end }) => append_end === null);
    const events = rows.map(toForkable);
    const first = events[0]?.event;
    const created = first?.event === 'session:created' ? first.data : null;
    return { created, events: isOld ? null : events, hashOf: (seq) => rows[seq - 1]?.hash ?? null };
  }
}

function toForkable({ seq, event, node_id, data, created_at, append_end }: Row): ForkableEvent {
  const place = { seq, timestamp: created_at.toISOString() };
  const read = { event, ...(node_id === null ? {} : { node_id }), data, ...place } as LogEvent;
  return { event: read, appendEnd: append_end ?? seq };
}
