import type { EntityManager } from 'typeorm';
import type { SessionPatch } from './session-projection.js';

/** Round, score history and lock of a session's row: they change a few times in its life. */
export async function projectProgress(
  manager: EntityManager,
  sessionUuid: string,
  { round, scores, lock }: SessionPatch,
  placed: readonly { readonly seq: number; readonly created_at: Date }[],
): Promise<void> {
  if (round === null && scores.length === 0 && lock === null) return;
  const rows = scores.map(({ at, ...score }) => ({ ...score, seq: placed[at - 1]?.seq }));
  const fallen =
    lock === null || lock === false
      ? null
      : { ...lock.trip, detail: lock.trip.message, at: placed[lock.at - 1]?.created_at };
  await manager.query(
    `UPDATE sessions SET round = coalesce($2::int, round), score_history = score_history || $3::jsonb,
       lock = CASE WHEN $4::bool THEN $5::jsonb ELSE lock END
     WHERE session_uuid = $1`,
    [sessionUuid, round, JSON.stringify(rows), lock !== null, fallen === null ? null : JSON.stringify(fallen)],
  );
}
