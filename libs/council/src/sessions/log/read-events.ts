import type { LogEvent } from '@council/contracts';
import { prepared } from '@council/persistence';
import type { DataSource, EntityManager } from 'typeorm';

interface Row {
  readonly seq: number;
  readonly event: string;
  readonly node_id: string | null;
  readonly data: unknown;
  readonly created_at: Date;
}

const READ = prepared(
  'SELECT seq, event, node_id, data, created_at FROM session_events WHERE session_uuid = $1 AND seq > $2 ORDER BY seq LIMIT $3',
);

/** Events with `seq > since`, in order. */
export async function readEvents(
  database: DataSource | EntityManager,
  sessionUuid: string,
  since = 0,
  limit?: number,
): Promise<readonly LogEvent[]> {
  const rows = await database.query<Row[]>(READ, [sessionUuid, since, limit ?? null]);
  return rows.map(toEvent);
}

function toEvent({ seq, event, node_id, data, created_at }: Row): LogEvent {
  const place = { seq, timestamp: created_at.toISOString() };
  return { event, ...(node_id === null ? {} : { node_id }), data, ...place } as LogEvent;
}
