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

/** Who wants to pass. */
export interface Visitor {
  readonly model: string;
  readonly estimatedTokens: number;
  /** As messages name it. */
  readonly who: string;
}

/** A provider that asks for an hour may have meant another account, another limit, or an hour that is over. */
const MAX_PAUSE_MS = 60_000;

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
  /** By model: vendors ask for quiet where a limit is met, and most of their limits are a model's. */
  private readonly pausedUntil = new Map<string, number>();

  constructor(
    readonly limits: ProviderLimits,
    private readonly shared: Slots,
  ) {
    this.slots = new Slots(limits.maxConcurrency);
    this.requests = limits.requestsPerMinute === null ? null : new RateBucket(limits.requestsPerMinute);
    this.tokens = limits.tokensPerMinute === null ? null : new RateBucket(limits.tokensPerMinute);
  }

  /** The provider asked for quiet (429 with Retry-After). However long it said, somebody may look again after a while. */
  pause(model: string, durationMs: number): void {
    const until = performance.now() + Math.min(durationMs, MAX_PAUSE_MS);
    this.pausedUntil.set(model, Math.max(this.pausedUntil.get(model) ?? -Infinity, until));
  }

  /** Rejects when aborted, and when the model's quiet lasts longer than the patience. */
  async enter(visitor: Visitor, signal: AbortSignal, patienceMs: number): Promise<Admission> {
    const { estimatedTokens } = visitor;
    // Without a slot, and not at the door: the provider's other models go on.
    await this.quietOver(visitor, signal, patienceMs);
    const held = [await this.slots.take(signal)];
    const giveBack = (): void => {
      for (const release of held) release();
    };
    try {
      await this.passDoor(visitor, signal, patienceMs);
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

  private async passDoor(visitor: Visitor, signal: AbortSignal, patienceMs: number): Promise<void> {
    for (;;) {
      await this.quietOver(visitor, signal, patienceMs);
      const leaveDoor = await this.door.take(signal);
      try {
        await this.rateReached(visitor.estimatedTokens, signal);
        if (this.quietMs(visitor.model) > 0) continue;
        this.requests?.take(1);
        this.tokens?.take(visitor.estimatedTokens);
        return;
      } finally {
        leaveDoor();
      }
    }
  }

  private async rateReached(tokens: number, signal: AbortSignal): Promise<void> {
    for (;;) {
      const waitMs = Math.max(this.requests?.waitFor(1) ?? 0, this.tokens?.waitFor(tokens) ?? 0);
      if (waitMs <= 0) return;
      await sleep(waitMs, undefined, { signal });
    }
  }

  private async quietOver({ model, who }: Visitor, signal: AbortSignal, patienceMs: number): Promise<void> {
    for (;;) {
      const quietMs = this.quietMs(model);
      if (quietMs <= 0) return;
      if (quietMs > patienceMs) {
        const message = `${who} asked to be left alone for another ${Math.ceil(quietMs / 1000)} s.`;
        throw new ModelFault('MODEL.RATE_LIMITED', message, false);
      }
      await sleep(quietMs, undefined, { signal });
    }
  }

  private quietMs(model: string): number {
    return (this.pausedUntil.get(model) ?? -Infinity) - performance.now();
  }
}
