import type { LogEvent, NewEvent } from '@council/contracts';
import { type AppendTerms, eventDigest, type Lease, LeaseLost, Overtaken } from '@council/council-core';
import { AppError } from '@council/kernel';
import { prepared } from '@council/persistence';
import type { EntityManager } from 'typeorm';
import type { SessionPatch } from '../session-projection.js';
import { patchAt, patchText, PROJECT } from './project-session.js';
import { hasRows, PROJECT_ROWS, refuseTaken, rowsAt, rowsText } from './project-rows.js';

/**
 * One statement: the lease is looked at and locked (FOR SHARE), the session's row is locked and says where the log ends,
 * the events are chained to that end (ADR 9) and written, and the row takes the projection. Nothing happens when the lease
 * is not the caller's, or the log does not end where the caller believes. The clock is read after the lock, so that time never runs backwards in a log; what is appended
 * at once has one time.
 */
const appendAnd = (projectRows: string): string => `
WITH RECURSIVE holder AS MATERIALIZED (
  SELECT 1 FROM session_leases WHERE session_uuid = $1::uuid AND owner = $2::text AND epoch = $3::bigint FOR SHARE
), place AS MATERIALIZED (
  SELECT last_seq AS base, coalesce(head_hash, session_uuid::text) AS head FROM sessions
  WHERE session_uuid = $1::uuid AND ($2::text IS NULL OR EXISTS (SELECT 1 FROM holder))
    AND ($4::text[] IS NULL OR status = ANY ($4::text[])) AND ($8::int IS NULL OR last_seq = $8::int)
  FOR NO KEY UPDATE
), clock AS MATERIALIZED (
  SELECT base, date_trunc('milliseconds', clock_timestamp()) AS at FROM place
), link (n, hash) AS (
  SELECT 0, head::text FROM place
  UNION ALL
  SELECT n + 1, encode(sha256(convert_to(hash || ' ' || (base + n + 1) || ' '
    || to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || ' ' || ($5::text[])[n + 1], 'UTF8')), 'hex')
  FROM link, clock WHERE n < cardinality($5::text[])
), head AS MATERIALIZED (
  SELECT hash FROM link WHERE n = cardinality($5::text[])
), patch AS MATERIALIZED (${patchAt('$7')}
), projected AS (
  UPDATE sessions SET last_seq = clock.base + cardinality($5::text[]), head_hash = head.hash, ${PROJECT}
  FROM clock, head, patch WHERE session_uuid = $1::uuid
)${projectRows}
INSERT INTO session_events (session_uuid, seq, event, node_id, data, created_at, hash, append_end)
SELECT $1::uuid, base + n, item->>'event', item->>'node_id', item->'data', at, hash, base + cardinality($5::text[])
FROM clock, link JOIN jsonb_array_elements($6::jsonb) WITH ORDINALITY AS items(item, place) ON n = place
RETURNING seq, created_at`;

const APPEND = prepared(appendAnd(''));
/** What few appends need is no part of all. */
const APPEND_WITH_ROWS = prepared(
  appendAnd(`, written AS MATERIALIZED (
  SELECT n, base + n AS seq, item->>'node_id' AS node_id, item->'data' AS data, at
  FROM clock, link JOIN jsonb_array_elements($6::jsonb) WITH ORDINALITY AS items(item, place) ON n = place
), rows AS MATERIALIZED (${rowsAt('$9')}), ${PROJECT_ROWS}`),
);

export interface Placed {
  readonly seq: number;
  readonly created_at: Date;
}

/** Where, by whom, and when it may be done. */
export interface AppendPlace extends AppendTerms {
  readonly sessionUuid: string;
  readonly lease: Lease | null;
}

/** The places of the events, in their order. None: the session is in none of the statuses of `onlyIn`. */
export async function appendEvents(
  manager: EntityManager,
  place: AppendPlace,
  events: readonly NewEvent[],
  patch: SessionPatch,
): Promise<readonly Placed[]> {
  const { sessionUuid, lease, onlyIn, after } = place;
  const withRows = hasRows(patch);
  const given = [
    sessionUuid,
    lease?.owner ?? null,
    lease?.epoch ?? null,
    onlyIn ?? null,
    events.map(eventDigest),
    JSON.stringify(events),
    patchText(patch),
    after ?? null,
    ...(withRows ? [rowsText(sessionUuid, patch)] : []),
  ];
  const rows = await manager.query<Placed[]>(withRows ? APPEND_WITH_ROWS : APPEND, given).catch(refuseTaken);
  if (rows.length === events.length) return rows.toSorted((left, right) => left.seq - right.seq);
  if (after !== undefined && (await isHeld(manager, lease))) throw new Overtaken(sessionUuid, after);
  if (lease !== null) throw new LeaseLost(lease);
  if (onlyIn !== undefined) return [];
  throw new AppError('not-found', 'SESSION.NOT_FOUND', 'there is no such session');
}

/** What stood in the way of an append is asked only when something did. */
async function isHeld(manager: EntityManager, lease: Lease | null): Promise<boolean> {
  if (lease === null) return true;
  const { sessionUuid, owner, epoch } = lease;
  const rows = await manager.query<unknown[]>(
    'SELECT 1 FROM session_leases WHERE session_uuid = $1 AND owner = $2 AND epoch = $3',
    [sessionUuid, owner, epoch],
  );
  return rows.length > 0;
}

export function placeEvents(events: readonly NewEvent[], places: readonly Placed[]): readonly LogEvent[] {
  return places.flatMap(({ seq, created_at }, index) => {
    const event = events[index];
    return event === undefined ? [] : [{ ...event, seq, timestamp: created_at.toISOString() }];
  });
}
