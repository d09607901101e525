import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '@council/kernel';
import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { type FirstAnswer, IdempotencyRepository } from './idempotency.repository.js';
import { type IdempotencyName, type KeyClaim, stillAtWork } from './key-claim.js';

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

  /** `status`: what the work answers when it succeeds; it may keep that answer in its own transaction (`answerWith`). */
  async once(
    name: IdempotencyName,
    bodyHash: string,
    status: number,
    work: (claim: KeyClaim) => Promise<unknown>,
  ): Promise<Answer> {
    const claimed = await this.claimOrWait(name, bodyHash);
    if (typeof claimed !== 'string') return { status: claimed.status, body: claimed.response, isRepeated: true };
    const claim = { ...name, claimedAt: claimed, status };
    const body = await work(claim).catch(async (error: unknown) => {
      await this.giveBack(claim);
      throw error;
    });
    await this.keys.keep(claim, body);
    return { status, body, isRepeated: false };
  }

  /** The work's own error is what the caller must see: a key that cannot be given back frees itself after a minute. */
  private async giveBack(claim: KeyClaim): Promise<void> {
    await this.keys.release(claim).catch((error: unknown) => {
      this.logger.warn(`an idempotency key was not given back: ${String(error)}`);
    });
  }

  /** When the caller, who does the work, took the key. Else the first answer, waited for while the first request is still at work. */
  private async claimOrWait(name: IdempotencyName, bodyHash: string): Promise<FirstAnswer | string> {
    const deadline = Date.now() + PATIENCE_MS;
    for (let pauseMs = 20; ; pauseMs = Math.min(pauseMs * 2, 500)) {
      const claimedAt = await this.keys.claim(name, bodyHash);
      if (claimedAt !== null) return claimedAt;
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
