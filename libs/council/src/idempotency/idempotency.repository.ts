import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { IdempotencyKeyEntity } from './idempotency-key.entity.js';
import { type IdempotencyName, keepAnswer, type KeyClaim } from './key-claim.js';

export type FirstAnswer = Readonly<Pick<IdempotencyKeyEntity, 'body_hash' | 'status' | 'response'>>;

/** How long a first answer is given again. */
const KEPT = "interval '24 hours'";
/** A first request that has not answered by now died with its server: the next one may take its place. */
const ABANDONED = "interval '60 seconds'";

@Injectable()
export class IdempotencyRepository {
  constructor(@InjectRepository(IdempotencyKeyEntity) private readonly rows: Repository<IdempotencyKeyEntity>) {}

  /** Since when exactly one of any number of callers with the same name does the work; null for all others. */
  async claim(name: IdempotencyName, bodyHash: string): Promise<string | null> {
    const claimed = await this.rows.query<{ claimed_at: string }[]>(
      `INSERT INTO idempotency_keys AS k (principal, key, body_hash, status, response)
       VALUES ($1, $2, $3, 0, 'null'::jsonb)
       ON CONFLICT (principal, key) DO UPDATE
         SET body_hash = excluded.body_hash, status = 0, response = excluded.response, created_at = now()
         WHERE k.created_at < now() - ${KEPT}
            OR (k.status = 0 AND k.body_hash = excluded.body_hash AND k.created_at < now() - ${ABANDONED})
       RETURNING created_at::text AS claimed_at`,
      [name.principal, name.key, bodyHash],
    );
    return claimed[0]?.claimed_at ?? null;
  }

  find(name: IdempotencyName): Promise<FirstAnswer | null> {
    return this.rows.findOneBy({ ...name });
  }

  /** Changes nothing where the work itself kept its answer, or lost its key. */
  async keep(claim: KeyClaim, response: unknown): Promise<void> {
    await keepAnswer(this.rows.manager, claim, response);
  }

  /** A request that failed did nothing: the same key may try again. One that kept its answer has it. */
  async release({ principal, key, claimedAt }: KeyClaim): Promise<void> {
    await this.rows.query(
      'DELETE FROM idempotency_keys WHERE principal = $1 AND key = $2 AND created_at = $3::timestamptz AND status = 0',
      [principal, key, claimedAt],
    );
  }

  async purge(): Promise<void> {
    await this.rows.query(`DELETE FROM idempotency_keys WHERE created_at < now() - ${KEPT}`);
  }
}
