import { AppConfig, type RateClass } from '@council/config';
import { AppError } from '@council/kernel';
import { Injectable } from '@nestjs/common';
import type { Asking } from '../guard/asking.js';
import { houseOf } from '../sign-in/sign-in-delays.js';
import { RateCounter } from './rate-counter.js';
import type { Taken } from './token-bucket.js';

/** How often somebody may ask. A user counts wherever they are, everybody else by address. Off in single-user mode. */
@Injectable()
export class RateLimits {
  constructor(
    private readonly config: AppConfig,
    private readonly counter: RateCounter,
  ) {}

  /** Null: there is no limit. Throws when it is used up. `tell` is told in both cases. */
  async take(kind: RateClass, asking: Asking, tell: (taken: Taken, most: number) => void = () => undefined) {
    const limit = this.config.rates[kind];
    if (limit === null || asking.principal?.by === 'loopback') return;
    const taken = await this.counter.take(`${kind}:${whoCounts(kind, asking)}`, limit);
    tell(taken, limit.burst);
    if (taken.isAllowed) return;
    throw new AppError('rate-limited', 'REQUEST.RATE', 'too many requests', {
      detail: `At most ${limit.perMinute} a minute and ${limit.burst} at once. Come back in ${taken.retryAfterSeconds} s.`,
      retryAfterSeconds: taken.retryAfterSeconds,
    });
  }
}

/** Whoever signs in is not yet who they say. */
function whoCounts(kind: RateClass, { principal, address }: Asking): string {
  const user = kind === 'sign_in' ? null : (principal?.userUuid ?? null);
  return user ?? houseOf(address);
}
