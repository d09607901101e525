import { type CallModelEffect, type SessionState, StreamWatch } from '@council/council-core';
import type { Trip } from '@council/contracts';

/** What cuts a turn short while it is spoken: whoever stops it from outside, its own deadline, a breaker. */
export class TurnCut {
  isTimedOut = false;
  trip: Trip | null = null;
  private readonly controller = new AbortController();
  private readonly timer: NodeJS.Timeout | undefined;
  private attempt: StreamWatch | null = null;

  constructor(
    private readonly call: CallModelEffect,
    private readonly outer: AbortSignal,
  ) {
    outer.addEventListener('abort', this.stop, { once: true });
    const { timeoutMs } = call;
    if (timeoutMs === null) return;
    this.timer = setTimeout(() => {
      this.isTimedOut = true;
      this.stop();
    }, timeoutMs);
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  get isStoppedFromOutside(): boolean {
    return this.outer.aborted;
  }

  /** From here another attempt is heard, by the limits of its session. */
  watchAnew({ created }: SessionState): void {
    this.attempt = created?.limits == null ? null : new StreamWatch(created.limits, this.call.seat.used.provider);
  }

  /** Throws when a breaker opens: the rest of the answer is not waited for, and its socket is closed. */
  hear(piece: string, isThinking: boolean): void {
    const trip = this.attempt?.hear(piece, isThinking, performance.now()) ?? null;
    if (trip === null) return;
    this.trip = trip;
    this.stop();
    this.signal.throwIfAborted();
  }

  end(): void {
    clearTimeout(this.timer);
    this.outer.removeEventListener('abort', this.stop);
  }

  private readonly stop = (): void => {
    this.controller.abort();
  };
}
