import { DecisionTaken } from '@council/council-core';
import type { EntityManager } from 'typeorm';
import type { ReviewChange } from '../session-projection.js';
import { PauseMisjudged } from './pause-misjudged.js';

type Placed = readonly { readonly seq: number; readonly created_at: Date }[];

/**
 * The inbox of what people are asked. A decision takes effect here or nowhere: whoever finds the review not open any more
 * gets `DecisionTaken`, and nothing of that append is kept.
 */
export async function projectReviews(
  manager: EntityManager,
  sessionUuid: string,
  changes: readonly ReviewChange[],
  placed: Placed,
): Promise<void> {
  for (const change of changes) await project(manager, sessionUuid, change, placed);
}

async function project(
  manager: EntityManager,
  sessionUuid: string,
  change: ReviewChange,
  placed: Placed,
): Promise<void> {
  switch (change.kind) {
    case 'asked': {
      const { review_uuid, round, timeout } = change.request;
      const askedAt = placed[change.at - 1]?.created_at ?? new Date();
      const expiresAt = timeout > 0 ? new Date(askedAt.getTime() + timeout * 60_000) : null;
      await manager.query(
        `INSERT INTO session_reviews (review_uuid, session_uuid, node_id, round, request, requested_at, expires_at)
         VALUES ($1, $2, $3, $4, $5::jsonb, $6, $7)`,
        [review_uuid, sessionUuid, change.node_id, round, JSON.stringify(change.request), askedAt, expiresAt],
      );
      return;
    }
    case 'decided': {
      const { decision, at, resumes } = change;
      const { is_expired } = await take(
        manager,
        decision.review_uuid,
        `UPDATE session_reviews SET status = 'decided', decision = $3::jsonb, decided_at = $4
         WHERE review_uuid = $1 AND session_uuid = $2 AND status = 'pending' RETURNING is_expired`,
        [decision.review_uuid, sessionUuid, JSON.stringify(decision), placed[at - 1]?.created_at],
      );
      const mustResume = is_expired && (await isPausedByExpiry(manager, sessionUuid, placed[0]?.seq ?? 0));
      if (mustResume !== resumes) throw new PauseMisjudged(mustResume);
      return;
    }
    case 'expired':
      await take(
        manager,
        change.review_uuid,
        `UPDATE session_reviews SET is_expired = true
         WHERE review_uuid = $1 AND session_uuid = $2 AND status = 'pending' RETURNING is_expired`,
        [change.review_uuid, sessionUuid],
      );
      return;
    case 'withdrawn':
      await manager.query(
        `UPDATE session_reviews SET status = 'withdrawn'
         WHERE session_uuid = $1 AND status = 'pending' AND ($2::text IS NULL OR node_id = $2)`,
        [sessionUuid, change.node_id],
      );
  }
}

/** An UPDATE through the driver answers `[rows, count]`. */
async function take(
  manager: EntityManager,
  reviewUuid: string,
  sql: string,
  parameters: unknown[],
): Promise<{ readonly is_expired: boolean }> {
  const [[row]] = await manager.query<[{ readonly is_expired: boolean }[], number]>(sql, parameters);
  if (row === undefined) throw new DecisionTaken(reviewUuid);
  return row;
}

/** What holds a session that does not run: the last thing that paused it. A breaker's lock, or a person, hold it longer. */
async function isPausedByExpiry(manager: EntityManager, sessionUuid: string, before: number): Promise<boolean> {
  const [last] = await manager.query<{ readonly is_expiry: boolean }[]>(
    `SELECT event = 'execution:paused' AND data->>'reason' = 'review_expired' AS is_expiry FROM session_events
     WHERE session_uuid = $1 AND seq < $2
       AND event IN ('execution:paused', 'execution:resumed', 'execution:started', 'circuit_breaker:tripped')
     ORDER BY seq DESC LIMIT 1`,
    [sessionUuid, before],
  );
  return last?.is_expiry === true;
}
