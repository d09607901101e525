import { AppError } from '@council/kernel';
import type { EntityManager } from 'typeorm';

/** Who asks, and with which key: the same pair means the same request. */
export interface IdempotencyName {
  readonly principal: string;
  readonly key: string;
}

/**
 * A key whose request is at work here. What spends or starts anything takes it into its transaction (`answerWith`), so
 * that the work and its answer are kept together or not at all: a server that dies between the two would leave work
 * that the same key does again.
 */
export interface KeyClaim extends IdempotencyName {
  /** The database's clock, to the digit: tells this claim from that of a request that took over the key. */
  readonly claimedAt: string;
  /** What the request answers when it succeeds. */
  readonly status: number;
}

/** Rejects, and so rolls the work back, when somebody else has taken over the key because this request took too long. */
export async function answerWith(manager: EntityManager, claim: KeyClaim, response: unknown): Promise<void> {
  if (!(await keepAnswer(manager, claim, response))) throw stillAtWork();
}

/** False: the claim is not (or no longer) that of a request at work. */
export async function keepAnswer(
  manager: EntityManager,
  { principal, key, claimedAt, status }: KeyClaim,
  response: unknown,
): Promise<boolean> {
  const kept = await manager.query<unknown[]>(
    `WITH kept AS (
       UPDATE idempotency_keys SET status = $4, response = $5::jsonb
       WHERE principal = $1 AND key = $2 AND created_at = $3::timestamptz AND status = 0 RETURNING key)
     SELECT key FROM kept`,
    [principal, key, claimedAt, status, JSON.stringify(response ?? null)],
  );
  return kept.length === 1;
}

export function stillAtWork(): AppError {
  return new AppError('conflict', 'IDEMPOTENCY.IN_PROGRESS', 'the first request with this key is still at work', {
    detail: 'Ask again with the same key in a moment.',
    retryAfterSeconds: 2,
  });
}
