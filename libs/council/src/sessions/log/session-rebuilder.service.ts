import type { LogEvent } from '@council/contracts';
import { fold } from '@council/council-core';
import { AppError } from '@council/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { SessionReviewEntity } from '../reviews/session-review.entity.js';
import { openRow } from '../opened-row.js';
import { project } from '../session-projection.js';
import { SessionEntity } from '../session.entity.js';
import { SessionFileEntity } from '../session-file.entity.js';
import { SessionMessageEntity } from '../session-message.entity.js';
import { patchAt, patchText, PROJECT } from './project-session.js';
import { PROJECT_ROWS, rowsAt, rowsText } from './project-rows.js';
import { readEvents } from './read-events.js';
import { SessionLogs } from './session-logs.service.js';
import { writeProjections } from './write-projections.js';

/** The whole log as one patch; the times that it sets follow from the fold. */
const PROJECT_ALL = `
WITH patch AS MATERIALIZED (${patchAt('$2')}), clock AS MATERIALIZED (SELECT NULL::timestamptz AS at)
UPDATE sessions SET ${PROJECT} FROM patch, clock WHERE session_uuid = $1::uuid`;

const PROJECT_ALL_ROWS = `
WITH written AS MATERIALIZED (
  SELECT seq AS n, seq, node_id, data, created_at AS at FROM session_events WHERE session_uuid = $1::uuid
), rows AS MATERIALIZED (${rowsAt('$2')}), ${PROJECT_ROWS} SELECT 1`;

/** Makes the projections of a log again: the session's row, its messages, files and reviews. The log stays as it is. */
@Injectable()
export class SessionRebuilder {
  constructor(
    private readonly database: DataSource,
    private readonly logs: SessionLogs,
  ) {}

  /** Refuses a log that was changed: the projections may be the better witness then. */
  async rebuild(sessionUuid: string): Promise<void> {
    const { first_change } = await this.logs.verify(sessionUuid);
    if (first_change !== null) {
      throw new AppError('conflict', 'LOG.CHANGED', `session ${sessionUuid}: ${first_change.message}`);
    }
    await this.database.transaction(async (manager) => {
      const row = await manager.findOneOrFail(SessionEntity, {
        where: { session_uuid: sessionUuid },
        lock: { mode: 'pessimistic_write' },
      });
      await this.projectAgain(manager, row, await readEvents(manager, sessionUuid));
    });
  }

  private async projectAgain(manager: EntityManager, row: SessionEntity, events: readonly LogEvent[]): Promise<void> {
    // Only the names: the rest of the row is what is made again, and its creation time is finer than a `Date` holds.
    const { session_uuid, group_uuid, workflow_uuid, created_by, title, is_renamed } = row;
    const ids = { session_uuid, group_uuid, workflow_uuid, created_by };
    const patch = project(events);
    const { created, startedAt, endedAt } = fold(events);
    if (created === null) return;
    await manager.delete(SessionMessageEntity, { session_uuid });
    await manager.delete(SessionFileEntity, { session_uuid });
    await manager.delete(SessionReviewEntity, { session_uuid });
    const given = is_renamed ? { title, is_renamed } : {};
    await manager.update(SessionEntity, { session_uuid }, { ...openRow(created, ids), ...given } as never);
    await manager.query(PROJECT_ALL, [session_uuid, patchText(patch)]);
    await manager.query(PROJECT_ALL_ROWS, [session_uuid, rowsText(session_uuid, patch)]);
    await manager.update(SessionEntity, { session_uuid }, { started_at: startedAt, ended_at: endedAt });
    const places = events.map(({ seq, timestamp }) => ({ seq, created_at: new Date(timestamp) }));
    await writeProjections(manager, session_uuid, places, patch);
  }
}
