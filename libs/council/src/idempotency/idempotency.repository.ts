import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { IdempotencyKeyEntity } from './idempotency-key.entity.js';

/** Who asks, and with which key: the same pair means the same request. */
export interface IdempotencyName {
  readonly principal: string;
  readonly key: string;
}

export type FirstAnswer = Readonly<Pick<IdempotencyKeyEntity, 'body_hash' | 'status' | 'response'>>;

/** How long a first answer is given again. */
const KEPT = "interval '24 hours'";
/** A first request that has not answered by now died with its server: the next one may take its place. */
const ABANDONED = "interval '60 seconds'";

@Injectable()
export class IdempotencyRepository {
  constructor(@InjectRepository(IdempotencyKeyEntity) private readonly rows: Repository<IdempotencyKeyEntity>) {}

  /** True for exactly one of any number of callers with the same name: that one does the work. */
  async claim(name: IdempotencyName, bodyHash: string): Promise<boolean> {
    const claimed: unknown[] = await this.rows.query(
      `INSERT INTO idempotency_keys AS k (principal, key, body_hash, status, response)
       VALUES ($1, $2, $3, 0, 'null'::jsonb)
       ON CONFLICT (principal, key) DO UPDATE
         SET body_hash = excluded.body_hash, status = 0, response = excluded.response, created_at = now()
         WHERE k.created_at < now() - ${KEPT}
            OR (k.status = 0 AND k.body_hash = excluded.body_hash AND k.created_at < now() - ${ABANDONED})
       RETURNING key`,
      [name.principal, name.key, bodyHash],
    );
    return claimed.length === 1;
  }

  find(name: IdempotencyName): Promise<FirstAnswer | null> {
    return this.rows.findOneBy({ ...name });
  }

  async keep(name: IdempotencyName, status: number, response: unknown): Promise<void> {
    await this.rows.query(
      'UPDATE idempotency_keys SET status = $3, response = $4::jsonb WHERE principal = $1 AND key = $2',
      [name.principal, name.key, status, JSON.stringify(response ?? null)],
    );
  }

  /** A request that failed did nothing: the same key may try again. */
  async release(name: IdempotencyName): Promise<void> {
    await this.rows.delete({ ...name, status: 0 });
  }

  async purge(): Promise<void> {
    await this.rows.query(`DELETE FROM idempotency_keys WHERE created_at < now() - ${KEPT}`);
  }
}
