import { ExponentialBackoff, fullJitterGenerator, type IBackoff } from 'cockatiel';

const INITIAL_MS = 500;
const MAX_MS = 20_000;
/** Added to what the upstream asks for, so that its clients do not all come back in the same instant. */
const SPREAD = 0.1;

/** The waits between the attempts of one call: exponential with full jitter, or what the upstream asks for. */
export class RetryWaits {
  private backoff: IBackoff<unknown> | null = null;
  private readonly factory = new ExponentialBackoff({
    generator: fullJitterGenerator,
    initialDelay: INITIAL_MS,
    maxDelay: MAX_MS,
  });

  next(retryAfterMs: number | null): number {
    this.backoff = this.backoff === null ? this.factory.next() : this.backoff.next(undefined);
    if (retryAfterMs === null) return Math.round(this.backoff.duration);
    return Math.ceil(retryAfterMs * (1 + Math.random() * SPREAD));
  }
}
