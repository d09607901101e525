import type { LogEvent, NewEvent, SessionStatus } from '@council/contracts';
import { EventStore, type Lease, LeaseLost, VersionTaken } from '@council/council-core';
import { LiveChannel } from '@council/dispatch';
import { AppError } from '@council/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { projectAudit } from './audit/project-audit.js';
import { projectAllotments } from './budgets/project-allotments.js';
import { reachFailpoint } from './failpoint.js';
import { projectProgress } from './project-progress.js';
import { projectReviews } from './reviews/project-reviews.js';
import { project, type SessionPatch } from './session-projection.js';

/**
 * One statement: the lease is looked at and locked (FOR SHARE), the session's row gives the place in the log and takes
 * the projection, the events are written. Nothing happens when the lease is not the caller's.
 */
const APPEND = `
WITH holder AS MATERIALIZED (
  SELECT 1 FROM session_leases WHERE session_uuid = $1::uuid AND owner = $2::text AND epoch = $3::bigint FOR SHARE
), place AS (
  UPDATE sessions SET
    last_seq = last_seq + $4::int,
    status = coalesce($5::varchar, status),
    node_statuses = node_statuses || $6::jsonb,
    verdict = coalesce($7::jsonb, verdict),
    outcome = CASE WHEN $10::bool THEN $8::varchar ELSE outcome END,
    error = CASE WHEN $9::jsonb IS NOT NULL THEN $9::jsonb WHEN $11::bool THEN NULL ELSE error END,
    started_at = CASE WHEN $11::bool THEN coalesce(started_at, clock_timestamp()) ELSE started_at END,
    ended_at = CASE WHEN $10::bool THEN clock_timestamp() WHEN $11::bool THEN NULL ELSE ended_at END,
    usage = jsonb_build_object(
      'input_tokens', (usage->>'input_tokens')::int + $12::int,
      'output_tokens', (usage->>'output_tokens')::int + $13::int,
      'cost_usd', (usage->>'cost_usd')::numeric + $14::numeric,
      'is_estimated', (usage->>'is_estimated')::bool OR $15::bool),
    seats = CASE WHEN $18::jsonb = '{}'::jsonb THEN seats ELSE (
      SELECT jsonb_agg(CASE WHEN $18::jsonb ? (seat->>'node_id')
        THEN seat || jsonb_build_object('used', $18::jsonb->(seat->>'node_id')) ELSE seat END ORDER BY turn)
      FROM jsonb_array_elements(seats) WITH ORDINALITY AS sitting(seat, turn)) END,
    updated_at = clock_timestamp()
  WHERE session_uuid = $1::uuid AND ($2::text IS NULL OR EXISTS (SELECT 1 FROM holder))
    AND ($17::text[] IS NULL OR status = ANY ($17::text[]))
  RETURNING last_seq - $4::int AS base
)
INSERT INTO session_events (session_uuid, seq, event, node_id, data)
SELECT $1::uuid, place.base + item.ordinality, item.value->>'event', item.value->>'node_id', item.value->'data'
FROM place, jsonb_array_elements($16::jsonb) WITH ORDINALITY AS item(value, ordinality)
RETURNING seq, created_at`;

interface Placed {
  readonly seq: number;
  readonly created_at: Date;
}

@Injectable()
export class PostgresEventStore extends EventStore {
  constructor(
    private readonly database: DataSource,
    private readonly live: LiveChannel,
  ) {
    super();
  }

  async read(sessionUuid: string, since = 0, limit?: number): Promise<readonly LogEvent[]> {
    const rows = await this.database.query<
      { seq: number; event: string; node_id: string | null; data: unknown; created_at: Date }[]
    >(
      'SELECT seq, event, node_id, data, created_at FROM session_events WHERE session_uuid = $1 AND seq > $2 ORDER BY seq LIMIT $3',
      [sessionUuid, since, limit ?? null],
    );
    return rows.map(
      ({ seq, event, node_id, data, created_at }) =>
        ({
          seq,
          event,
          ...(node_id === null ? {} : { node_id }),
          data,
          timestamp: created_at.toISOString(),
        }) as LogEvent,
    );
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
    const placed = isInOneStatement(patch)
      ? await this.write(this.database.manager, sessionUuid, lease, events, patch, onlyIn)
      : await this.database.transaction((manager) => this.writeAll(manager, sessionUuid, lease, events, patch, onlyIn));
    if (placed.length > 0) reachFailpoint(sessionUuid, placed);
    const written = placeAll(events, placed);
    this.publish(sessionUuid, written);
    return written;
  }

  /** As a part of somebody's transaction, who publishes what was written when it is committed. */
  async appendWith(
    manager: EntityManager,
    sessionUuid: string,
    lease: Lease,
    events: readonly NewEvent[],
  ): Promise<readonly LogEvent[]> {
    return placeAll(events, await this.writeAll(manager, sessionUuid, lease, events, project(events)));
  }

  publish(sessionUuid: string, written: readonly LogEvent[]): void {
    if (written.length > 0) this.live.publish(sessionUuid, written);
  }

  private async writeAll(
    manager: EntityManager,
    sessionUuid: string,
    lease: Lease | null,
    events: readonly NewEvent[],
    patch: SessionPatch,
    onlyIn?: readonly SessionStatus[],
  ): Promise<readonly Placed[]> {
    const rows = await this.write(manager, sessionUuid, lease, events, patch, onlyIn);
    if (rows.length > 0) await this.writeProjections(manager, sessionUuid, rows, patch);
    return rows;
  }

  private async write(
    manager: EntityManager,
    sessionUuid: string,
    lease: Lease | null,
    events: readonly NewEvent[],
    patch: SessionPatch,
    onlyIn?: readonly SessionStatus[],
  ): Promise<readonly Placed[]> {
    const rows = await manager.query<Placed[]>(APPEND, [
      sessionUuid,
      lease?.owner ?? null,
      lease?.epoch ?? null,
      events.length,
      patch.status,
      JSON.stringify(patch.nodeStatuses),
      patch.verdict === null ? null : JSON.stringify(patch.verdict),
      patch.outcome,
      patch.error === null ? null : JSON.stringify(patch.error),
      patch.isEnding,
      patch.isStarting,
      patch.usage.input_tokens,
      patch.usage.output_tokens,
      patch.usage.cost_usd,
      patch.usage.is_estimated,
      JSON.stringify(events),
      onlyIn ?? null,
      JSON.stringify(patch.seatsUsed),
    ]);
    if (rows.length === events.length) return rows.toSorted((left, right) => left.seq - right.seq);
    if (lease !== null) throw new LeaseLost(lease);
    if (onlyIn !== undefined) return [];
    throw new AppError('not-found', 'SESSION.NOT_FOUND', 'there is no such session');
  }

  private async writeProjections(
    manager: EntityManager,
    sessionUuid: string,
    placed: readonly Placed[],
    patch: SessionPatch,
  ): Promise<void> {
    const firstSeq = placed[0]?.seq ?? 0;
    for (const { at, node_id, tokens, data } of patch.messages) {
      await manager.query(
        `INSERT INTO session_messages (session_uuid, seq, node_id, agent_uuid, agent_name, content, message_references, token_count)
         VALUES ($1, $2, $3, $4, $5, $6, $7::jsonb, $8)`,
        [
          sessionUuid,
          firstSeq + at - 1,
          node_id,
          data.agent_id,
          data.agent_name,
          data.content,
          JSON.stringify(data.references),
          tokens,
        ],
      );
    }
    for (const file of patch.files) await this.writeFile(manager, sessionUuid, file);
    await projectReviews(manager, sessionUuid, patch.reviews, placed);
    await projectProgress(manager, sessionUuid, patch, placed);
    await projectAllotments(manager, sessionUuid, patch.allotments);
    await projectAudit(manager, sessionUuid, patch.audit);
  }

  /** Whoever is slower at a version gets `VersionTaken`, and nothing of its append is kept. */
  private async writeFile(
    manager: EntityManager,
    sessionUuid: string,
    { path, version, content, author, reason, base_version = null, is_proposed = false }: SessionPatch['files'][number],
  ): Promise<void> {
    const rows = await manager.query<unknown[]>(
      `INSERT INTO session_files (session_uuid, path, version, content, author, reason, base_version, is_proposed)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT ON CONSTRAINT session_files_version DO NOTHING RETURNING version`,
      [sessionUuid, path, version, content, author, reason, base_version, is_proposed],
    );
    if (rows.length === 0) throw new VersionTaken();
  }
}

/** Most appends: nothing but the log and the session's row. */
const isInOneStatement = ({
  messages,
  files,
  reviews,
  scores,
  round,
  lock,
  allotments,
  audit,
}: SessionPatch): boolean =>
  [messages, files, reviews, scores, allotments, audit].every((rows) => rows.length === 0) &&
  round === null &&
  lock === null;

/** Nothing was written: nothing has a place. */
const placeAll = (events: readonly NewEvent[], placed: readonly Placed[]): readonly LogEvent[] =>
  placed.length === 0 ? [] : events.map((event, index) => placeEvent(event, placed[index]));

function placeEvent(event: NewEvent, place: Placed | undefined): LogEvent {
  if (place === undefined) throw new Error('an event was written without a place');
  return { ...event, seq: place.seq, timestamp: place.created_at.toISOString() };
}
