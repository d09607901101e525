import type { LogEvent, NewEvent, SessionStatus } from '@council/contracts';
import { EventStore, type Lease } from '@council/council-core';
import { LiveChannel } from '@council/dispatch';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { appendEvents, placeEvents } from './log/append-events.js';
import { readEvents } from './log/read-events.js';
import { hasMore, writeProjections } from './log/write-projections.js';
import { project } from './session-projection.js';

@Injectable()
export class PostgresEventStore extends EventStore {
  constructor(
    private readonly database: DataSource,
    private readonly live: LiveChannel,
  ) {
    super();
  }

  read(sessionUuid: string, since?: number, limit?: number): Promise<readonly LogEvent[]> {
    return readEvents(this.database, sessionUuid, since, limit);
  }

  async lastSeqs(sessionUuids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.database.query<{ session_uuid: string; last_seq: number }[]>(
      'SELECT session_uuid, last_seq FROM sessions WHERE session_uuid = ANY($1::uuid[])',
      [sessionUuids],
    );
    return new Map(rows.map((row) => [row.session_uuid, row.last_seq]));
  }

  async append(
    sessionUuid: string,
    lease: Lease | null,
    events: readonly NewEvent[],
    onlyIn?: readonly SessionStatus[],
  ): Promise<readonly LogEvent[]> {
    const patch = project(events);
    const terms = { sessionUuid, lease, onlyIn };
    const places = hasMore(patch)
      ? await this.database.transaction(async (manager) => {
          const written = await appendEvents(manager, terms, events, patch);
          if (written.length > 0) await writeProjections(manager, sessionUuid, written, patch);
          return written;
        })
      : await appendEvents(this.database.manager, terms, events, patch);
    if (places.length === 0) return [];
    const written = placeEvents(events, places);
    this.live.publish(sessionUuid, written);
    return written;
  }
}
