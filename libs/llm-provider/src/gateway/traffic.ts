import type { Endpoint } from '../providers/endpoints.js';
import { type BreakerOptions, CircuitBreaker } from './circuit-breaker.js';
import { ProviderGate } from './provider-gate.js';
import type { ProviderLimitsSource } from './provider-limits.js';
import { Slots } from './slots.js';

const HALF_OPEN_AFTER_MS = 30_000;
const MIN_FAILURES = 5;

/** What all calls of this process share: the slots, a gate for each provider, a breaker for each of its models. */
export class Traffic {
  private readonly shared: Slots;
  private readonly gates = new Map<string, ProviderGate>();
  private readonly breakers = new Map<string, CircuitBreaker>();
  private readonly breakerOptions: BreakerOptions;

  constructor(
    maxConcurrency: number,
    private readonly limits: ProviderLimitsSource,
    breakerOptions: Partial<BreakerOptions> = {},
  ) {
    this.shared = new Slots(maxConcurrency);
    this.breakerOptions = {
      failures: Math.max(MIN_FAILURES, maxConcurrency + 1),
      halfOpenAfterMs: HALF_OPEN_AFTER_MS,
      ...breakerOptions,
    };
  }

  /** A provider whose limits were changed gets a new gate; who waits at the old one passes there. */
  gateOf(endpoint: Endpoint): ProviderGate {
    const { name } = endpoint.preset;
    const limits = this.limits.limitsOf(name);
    const known = this.gates.get(name);
    if (known !== undefined && isSame(known.limits, limits)) return known;
    const gate = new ProviderGate(limits, this.shared);
    this.gates.set(name, gate);
    return gate;
  }

  /** A changed address is another upstream: what was learnt of the old one does not hold. */
  breakerOf(endpoint: Endpoint, model: string): CircuitBreaker {
    const key = JSON.stringify([endpoint.preset.name, endpoint.baseUrl, model]);
    const breaker = this.breakers.get(key) ?? new CircuitBreaker(this.breakerOptions);
    this.breakers.set(key, breaker);
    return breaker;
  }
}

const isSame = (one: ProviderGate['limits'], other: ProviderGate['limits']): boolean =>
  one.maxConcurrency === other.maxConcurrency &&
  one.requestsPerMinute === other.requestsPerMinute &&
  one.tokensPerMinute === other.tokensPerMinute;
