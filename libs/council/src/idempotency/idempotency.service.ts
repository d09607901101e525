import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '@council/kernel';
import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { type FirstAnswer, type IdempotencyName, IdempotencyRepository } from './idempotency.repository.js';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly isRepeated: boolean;
}

const PATIENCE_MS = 10_000;
const HOUR_MS = 3_600_000;

/** Does a piece of work once per key and gives its answer again to whoever asks with the same key and body. */
@Injectable()
export class IdempotencyService implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger(IdempotencyService.name);
  private purging?: NodeJS.Timeout;

  constructor(private readonly keys: IdempotencyRepository) {}

  onModuleInit(): void {
    this.purging = setInterval(() => {
      this.keys.purge().catch((error: unknown) => {
        this.logger.warn(`old idempotency keys were not removed: ${String(error)}`);
      });
    }, HOUR_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.purging);
  }

  async once(
    name: IdempotencyName,
    bodyHash: string,
    work: () => Promise<Omit<Answer, 'isRepeated'>>,
  ): Promise<Answer> {
    const first = await this.claimOrWait(name, bodyHash);
    if (first !== null) return { status: first.status, body: first.response, isRepeated: true };
    const answer = await work().catch(async (error: unknown) => {
      await this.giveBack(name);
      throw error;
    });
    await this.keys.keep(name, answer.status, answer.body);
    return { ...answer, isRepeated: false };
  }

  /** The work's own error is what the caller must see: a key that cannot be given back frees itself after a minute. */
  private async giveBack(name: IdempotencyName): Promise<void> {
    await this.keys.release(name).catch((error: unknown) => {
      this.logger.warn(`an idempotency key was not given back: ${String(error)}`);
    });
  }

  /** Null: the caller does the work. Else the first answer, waited for while the first request is still at work. */
  private async claimOrWait(name: IdempotencyName, bodyHash: string): Promise<FirstAnswer | null> {
    const deadline = Date.now() + PATIENCE_MS;
    for (let pauseMs = 20; ; pauseMs = Math.min(pauseMs * 2, 500)) {
      if (await this.keys.claim(name, bodyHash)) return null;
      const first = await this.keys.find(name);
      // Gone again: the first request failed, so the key is free to be claimed.
      if (first === null) continue;
      if (first.body_hash !== bodyHash) throw keyReused();
      if (first.status !== 0) return first;
      if (Date.now() > deadline) throw stillAtWork();
      await sleep(pauseMs);
    }
  }
}

function keyReused(): AppError {
  return new AppError('invalid', 'IDEMPOTENCY.KEY_REUSED', 'this Idempotency-Key was used for another request', {
    detail: 'Send a new key for a new request, or the same request for the first answer.',
  });
}

function stillAtWork(): AppError {
  return new AppError('conflict', 'IDEMPOTENCY.IN_PROGRESS', 'the first request with this key is still at work', {
    detail: 'Ask again with the same key in a moment.',
    retryAfterSeconds: 2,
  });
}
