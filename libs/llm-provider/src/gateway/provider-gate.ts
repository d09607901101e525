import { setTimeout as sleep } from 'node:timers/promises';
import { ModelFault } from './model-fault.js';
import type { ProviderLimits } from './provider-limits.js';
import { RateBucket } from './rate-bucket.js';
import { Slots } from './slots.js';

/** A permission to send one request. */
interface Admission {
  /** Gives the slots back; twice does nothing. With the tokens that were really used, the rate is set right. */
  readonly leave: (usedTokens?: number) => void;
}

/**
 * Holds requests to one provider back before it has to refuse them: so many at once, so many requests and tokens a
 * minute, none while it asked to be left alone. Whoever waits is served in the order of asking.
 */
export class ProviderGate {
  private readonly slots: Slots;
  /** Of those that have a slot, one at a time looks at the rates: that keeps the order. */
  private readonly door = new Slots(1);
  private readonly requests: RateBucket | null;
  private readonly tokens: RateBucket | null;
  private pausedUntil = -Infinity;

  constructor(
    readonly limits: ProviderLimits,
    private readonly shared: Slots,
  ) {
    this.slots = new Slots(limits.maxConcurrency);
    this.requests = limits.requestsPerMinute === null ? null : new RateBucket(limits.requestsPerMinute);
    this.tokens = limits.tokensPerMinute === null ? null : new RateBucket(limits.tokensPerMinute);
  }

  /** The provider asked for quiet (429 with Retry-After). */
  pause(durationMs: number): void {
    this.pausedUntil = Math.max(this.pausedUntil, performance.now() + durationMs);
  }

  /** Rejects when aborted, and when the provider's quiet lasts longer than the patience. */
  async enter(estimatedTokens: number, signal: AbortSignal, patienceMs: number, who: string): Promise<Admission> {
    this.refuseBeyond(patienceMs, who);
    const held = [await this.slots.take(signal)];
    const giveBack = (): void => {
      for (const release of held) release();
    };
    try {
      await this.passDoor(estimatedTokens, signal, patienceMs, who);
      // Last, so that nobody waits for a rate with a slot in hand that another provider could use.
      held.push(await this.shared.take(signal));
    } catch (error) {
      giveBack();
      throw error;
    }
    return {
      leave: (usedTokens) => {
        giveBack();
        if (usedTokens !== undefined) this.tokens?.take(usedTokens - estimatedTokens);
      },
    };
  }

  private async passDoor(tokens: number, signal: AbortSignal, patienceMs: number, who: string): Promise<void> {
    const leaveDoor = await this.door.take(signal);
    try {
      for (;;) {
        this.refuseBeyond(patienceMs, who);
        const waitMs = Math.max(
          this.pausedUntil - performance.now(),
          this.requests?.waitFor(1) ?? 0,
          this.tokens?.waitFor(tokens) ?? 0,
        );
        if (waitMs <= 0) break;
        await sleep(waitMs, undefined, { signal });
      }
      this.requests?.take(1);
      this.tokens?.take(tokens);
    } finally {
      leaveDoor();
    }
  }

  private refuseBeyond(patienceMs: number, who: string): void {
    const quietMs = this.pausedUntil - performance.now();
    if (quietMs <= patienceMs) return;
    const message = `${who} asked to be left alone for another ${Math.ceil(quietMs / 1000)} s.`;
    throw new ModelFault('MODEL.RATE_LIMITED', message, false);
  }
}
