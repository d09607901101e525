import type { SeenCondition } from '@council/access';
import type { LogEvent, NewEvent } from '@council/contracts';
import { plainEvents } from '@council/council-core';
import { LiveChannel } from '@council/dispatch';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { type EntityManager, Repository } from 'typeorm';
import { answerWith, type KeyClaim } from '../idempotency/key-claim.js';
import { reachFailpoint } from './failpoint.js';
import { appendEvents, placeEvents } from './log/append-events.js';
import { writeProjections } from './log/write-projections.js';
import type { OpenedRow } from './opened-row.js';
import { SessionEntity } from './session.entity.js';
import { SessionMessageEntity } from './session-message.entity.js';
import { project } from './session-projection.js';

export interface SessionFilter {
  readonly status?: string;
  readonly group_uuid?: string;
  readonly workflow_uuid?: string;
  /** Words of the title or the objective. */
  readonly q?: string;
  readonly after?: { readonly created_at: string; readonly session_uuid: string };
  readonly limit: number;
  /** Of rows named `s`. */
  readonly seen: SeenCondition | null;
}

export interface AnswerOfKey {
  /** None: the request came without a key. */
  readonly claim: KeyClaim | undefined;
  readonly answer: unknown;
}

@Injectable()
export class SessionsRepository {
  constructor(
    @InjectRepository(SessionEntity) private readonly sessions: Repository<SessionEntity>,
    @InjectRepository(SessionMessageEntity) private readonly messages: Repository<SessionMessageEntity>,
    private readonly live: LiveChannel,
  ) {}

  /**
   * The row, its first appends and what is answered to a request with a key in one transaction: a session without event 1
   * does not exist, and no key starts two. Heard before it begins.
   */
  async create(row: OpenedRow, appends: readonly (readonly NewEvent[])[], answering?: AnswerOfKey): Promise<void> {
    const sessionUuid = row.session_uuid;
    const written = await this.sessions.manager.transaction(async (manager) => {
      await manager.insert(SessionEntity, row as never);
      const all: LogEvent[] = [];
      for (const events of appends) all.push(...(await this.appendFirst(manager, sessionUuid, events)));
      if (answering?.claim !== undefined) await answerWith(manager, answering.claim, answering.answer);
      return all;
    });
    reachFailpoint(sessionUuid, written);
    this.live.publish(sessionUuid, written);
  }

  private async appendFirst(
    manager: EntityManager,
    sessionUuid: string,
    given: readonly NewEvent[],
  ): Promise<readonly LogEvent[]> {
    const events = plainEvents(given);
    const patch = project(events);
    const places = await appendEvents(manager, { sessionUuid, lease: null }, events, patch);
    await writeProjections(manager, sessionUuid, places, patch);
    return placeEvents(events, places);
  }

  find(sessionUuid: string): Promise<SessionEntity | null> {
    return this.sessions.findOneBy({ session_uuid: sessionUuid });
  }

  /** One more than `limit` when there is a next page. Newest first, ties by id. */
  async list(filter: SessionFilter): Promise<SessionEntity[]> {
    const query = this.sessions
      .createQueryBuilder('s')
      .orderBy('s.created_at', 'DESC')
      .addOrderBy('s.session_uuid', 'DESC')
      .take(filter.limit + 1);
    if (filter.seen !== null) query.andWhere(filter.seen.sql, filter.seen.parameters);
    if (filter.status !== undefined) query.andWhere('s.status = :status', { status: filter.status });
    if (filter.group_uuid !== undefined) query.andWhere('s.group_uuid = :group', { group: filter.group_uuid });
    if (filter.workflow_uuid !== undefined)
      query.andWhere('s.workflow_uuid = :workflow', { workflow: filter.workflow_uuid });
    if (filter.q !== undefined && filter.q.trim() !== '') {
      const words = `%${filter.q.trim().replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
      query.andWhere('(s.title ILIKE :words OR s.objective ILIKE :words)', { words });
    }
    if (filter.after !== undefined) {
      query.andWhere('(s.created_at, s.session_uuid) < (:at::timestamptz, :id::uuid)', {
        at: filter.after.created_at,
        id: filter.after.session_uuid,
      });
    }
    return query.getMany();
  }

  /** The creation time with all its digits: a Date keeps only milliseconds, a cursor needs the rest. */
  async exactCreationTime(sessionUuid: string): Promise<string> {
    const rows = await this.sessions.query<{ at: string }[]>(
      `SELECT to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at FROM sessions WHERE session_uuid = $1`,
      [sessionUuid],
    );
    return rows[0]?.at ?? '';
  }

  listMessages(sessionUuid: string, afterSeq: number, limit: number): Promise<SessionMessageEntity[]> {
    return this.messages
      .createQueryBuilder('m')
      .where('m.session_uuid = :sessionUuid AND m.seq > :afterSeq', { sessionUuid, afterSeq })
      .orderBy('m.seq', 'ASC')
      .take(limit + 1)
      .getMany();
  }

  /** False when there is no such session. */
  async rename(sessionUuid: string, title: string): Promise<boolean> {
    const result = await this.sessions.update({ session_uuid: sessionUuid }, { title, is_renamed: true });
    return (result.affected ?? 0) > 0;
  }

  /** False when the session is running, and so was not deleted. */
  async deleteIdle(sessionUuid: string): Promise<boolean> {
    const result = await this.sessions
      .createQueryBuilder()
      .delete()
      .where(`session_uuid = :sessionUuid AND status NOT IN ('pending', 'running')`, { sessionUuid })
      .execute();
    return (result.affected ?? 0) > 0;
  }
}
