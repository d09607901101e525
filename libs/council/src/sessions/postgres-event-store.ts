import type { LogEvent, NewEvent } from '@council/contracts';
import { type AppendTerms, EventStore, type Lease, plainEvents } from '@council/council-core';
import { LiveChannel } from '@council/dispatch';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { projectAudit } from './audit/project-audit.js';
import { projectAllotments } from './budgets/project-allotments.js';
import { reachFailpoint } from './failpoint.js';
import { appendEvents, type AppendPlace, type Placed, placeEvents } from './log/append-events.js';
import { readEvents } from './log/read-events.js';
import { untilConnected } from './log/until-connected.js';
import { hasMore, writeProjections } from './log/write-projections.js';
import { project, type SessionPatch } from './session-projection.js';

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
    given: readonly NewEvent[],
    terms: AppendTerms = {},
  ): Promise<readonly LogEvent[]> {
    const events = plainEvents(given);
    const patch = project(events);
    const place = { sessionUuid, lease, ...terms };
    const write = (): Promise<readonly Placed[]> =>
      isMoreThanTheRow(patch)
        ? this.database.transaction((manager) => this.writeAll(manager, place, events, patch))
        : appendEvents(this.database.manager, place, events, patch);
    // A person is told at once; who drives a session may hold an answer that has been paid for.
    const places = lease === null ? await write() : await untilConnected(write);
    if (places.length === 0) return [];
    const written = placeEvents(events, places);
    this.publish(sessionUuid, written);
    return written;
  }

  /** As a part of somebody's transaction, who publishes what was written when it is committed. */
  async appendWith(
    manager: EntityManager,
    sessionUuid: string,
    lease: Lease,
    given: readonly NewEvent[],
  ): Promise<readonly LogEvent[]> {
    const events = plainEvents(given);
    return placeEvents(events, await this.writeAll(manager, { sessionUuid, lease }, events, project(events)));
  }

  publish(sessionUuid: string, written: readonly LogEvent[]): void {
    if (written.length === 0) return;
    reachFailpoint(sessionUuid, written);
    this.live.publish(sessionUuid, written);
  }

  private async writeAll(
    manager: EntityManager,
    place: AppendPlace,
    events: readonly NewEvent[],
    patch: SessionPatch,
  ): Promise<readonly Placed[]> {
    const places = await appendEvents(manager, place, events, patch);
    if (places.length === 0) return [];
    await writeProjections(manager, place.sessionUuid, places, patch);
    // What happened once: neither a fork nor a rebuild does it again.
    await projectAllotments(manager, place.sessionUuid, patch.allotments);
    await projectAudit(manager, place.sessionUuid, patch.audit);
    return places;
  }
}

/** Most appends are the log and the session's row, in one statement. */
const isMoreThanTheRow = (patch: SessionPatch): boolean =>
  hasMore(patch) || patch.allotments.length > 0 || patch.audit.length > 0;
