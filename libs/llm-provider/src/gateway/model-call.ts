import { setTimeout as sleep } from 'node:timers/promises';
import type { LlmConfig } from '@council/config';
import {
  type AttemptSpend,
  type ChatChunk,
  type ChatRequest,
  estimateRequestTokens,
  ModelCallError,
} from '@council/council-core';
import { scrubSecrets } from '@council/kernel';
import { configuredSecrets } from '../providers/configured-secrets.js';
import { type Endpoint, type EndpointLookup, findEndpoint } from '../providers/endpoints.js';
import type { ChatDialect } from './chat-attempt.js';
import type { CircuitBreaker, Trial } from './circuit-breaker.js';
import { attemptOnce, type AttemptOutcome, type AttemptSetting } from './model-attempt.js';
import { ModelFault } from './model-fault.js';
import type { ProviderGate } from './provider-gate.js';
import { RetryWaits } from './retry-waits.js';
import type { Traffic } from './traffic.js';
import { upstreamFault } from './upstream-fault.js';

/** Where a call goes, and what stands on the way. */
interface Route {
  readonly endpoint: Endpoint;
  readonly gate: ProviderGate;
  readonly breaker: CircuitBreaker;
}

/** As they are when they are asked for. */
export interface CalledProviders {
  readonly lookUp: () => EndpointLookup;
  /** What must not stand in any message, whoever repeats it. */
  readonly secrets: () => readonly (string | undefined)[];
}

/** One call to a model with all that may go wrong: attempts, waits between them, and a deadline over the whole. */
export class ModelCall {
  private readonly total = new AbortController();
  private readonly waits = new RetryWaits();
  private deadlineAt = Infinity;
  private timer: NodeJS.Timeout | undefined;
  /** Of an attempt that no chunk has told of yet. */
  private unreported: AttemptSpend | undefined;

  constructor(
    private readonly config: LlmConfig,
    private readonly dialect: ChatDialect,
    private readonly traffic: Traffic,
    private readonly request: ChatRequest,
    private readonly providers: CalledProviders = {
      lookUp: () => findEndpoint(config, request.provider),
      secrets: () => configuredSecrets(config),
    },
  ) {}

  async *stream(): AsyncIterable<ChatChunk> {
    const lookup = this.providers.lookUp();
    if (!lookup.ok) throw new ModelCallError(lookup.code, lookup.message);
    const { endpoint } = lookup;
    try {
      const gate = this.traffic.gateOf(endpoint);
      yield* this.attempts({ endpoint, gate, breaker: this.traffic.breakerOf(endpoint, this.request.model) });
    } catch (error) {
      throw this.finalError(error, endpoint);
    } finally {
      clearTimeout(this.timer);
    }
  }

  private async *attempts(route: Route): AsyncGenerator<ChatChunk, void> {
    const signal = AbortSignal.any([this.request.signal, this.total.signal]);
    for (let attempt = 1; ; attempt += 1) {
      const { fault, spent } = yield* this.attempt(route, signal);
      if (fault === null) return;
      this.unreported = spent;
      const waitMs = this.waitBefore(attempt + 1, fault, route.breaker);
      this.unreported = undefined;
      yield { kind: 'attempt-failed', code: fault.code, message: fault.message, retryInMs: waitMs, spent };
      await sleep(waitMs, undefined, { signal });
    }
  }

  private async *attempt(route: Route, signal: AbortSignal): AsyncGenerator<ChatChunk, AttemptOutcome> {
    const who = this.who(route.endpoint);
    // Before the queue, so that nobody waits for a refusal; and after it, when it is decided.
    route.breaker.refuse(who);
    const { leave } = await route.gate.enter(
      { model: this.request.model, estimatedTokens: this.reservedTokens(), who },
      signal,
      route.endpoint.timeouts.totalTimeoutMs,
    );
    let trial: Trial | undefined;
    let used = 0;
    try {
      // Waiting for a first slot is our own queue, not the provider's delay: the deadline begins here.
      this.timer ??= this.startDeadline(route.endpoint);
      trial = route.breaker.begin(who);
      const outcome = yield* attemptOnce(this.settingFor(route.endpoint), signal);
      used = (outcome.spent?.inputTokens ?? 0) + (outcome.spent?.outputTokens ?? 0);
      learn(outcome.fault, route.gate, trial, this.request.model);
      return outcome;
    } finally {
      trial?.abandoned();
      leave(used);
    }
  }

  private settingFor(endpoint: Endpoint): AttemptSetting {
    return {
      dialect: this.dialect,
      request: this.request,
      endpoint,
      deadlines: endpoint.timeouts,
      who: this.who(endpoint),
      faultOf: (thrown, hasBegun) => this.faultOf(thrown, endpoint, hasBegun),
    };
  }

  /** What a provider counts against the rate when the request arrives. */
  private reservedTokens(): number {
    return estimateRequestTokens(this.request) + (this.request.maxTokens ?? 0);
  }

  private startDeadline(endpoint: Endpoint): NodeJS.Timeout {
    const { totalTimeoutMs } = endpoint.timeouts;
    this.deadlineAt = performance.now() + totalTimeoutMs;
    return setTimeout(() => {
      const message = `${this.who(endpoint)} did not finish within ${totalTimeoutMs} ms.`;
      this.total.abort(new ModelFault('MODEL.TIMEOUT', message, false));
    }, totalTimeoutMs);
  }

  /** How long to wait before that attempt; throws when there will be none. */
  private waitBefore(attempt: number, fault: ModelFault, breaker: CircuitBreaker): number {
    if (!fault.isRetryable) throw fault;
    if (attempt > this.config.maxAttempts) throw this.exhausted(fault, attempt - 1);
    const waitMs = this.waits.next(fault.retryAfterMs);
    const isRefused = (breaker.refusesUntil ?? 0) > Date.now() + waitMs;
    if (isRefused) throw new ModelFault(fault.code, `${fault.message} It keeps failing: no further attempt.`, false);
    if (performance.now() + waitMs < this.deadlineAt) return waitMs;
    const message = `${fault.message} The next attempt would be in ${Math.ceil(waitMs / 1000)} s, after the deadline.`;
    throw new ModelFault(fault.code, message, false);
  }

  private exhausted(fault: ModelFault, attempts: number): ModelFault {
    return attempts === 1 ? fault : new ModelFault(fault.code, `${fault.message} (${attempts} attempts)`, false);
  }

  private faultOf(error: unknown, endpoint: Endpoint, hasBegun: boolean): ModelFault {
    if (this.request.signal.aborted) return new ModelFault('MODEL.ABORTED', 'The call was stopped.', false);
    return upstreamFault(error, {
      who: this.who(endpoint),
      baseUrl: endpoint.baseUrl,
      keyVariable: endpoint.preset.keyVariable,
      secrets: this.secrets(endpoint),
      hasBegun,
    });
  }

  private finalError(error: unknown, endpoint: Endpoint): ModelCallError {
    const reason: unknown = this.total.signal.aborted ? this.total.signal.reason : error;
    const fault = this.faultOf(reason, endpoint, false);
    const message = scrubSecrets(fault.message, this.secrets(endpoint));
    return new ModelCallError(fault.code, message, { spent: this.unreported });
  }

  private who(endpoint: Endpoint): string {
    return `${endpoint.preset.label} (${this.request.model})`;
  }

  private secrets(endpoint: Endpoint): readonly (string | undefined)[] {
    return [endpoint.apiKey, ...this.providers.secrets()];
  }
}

/** What the end of an attempt means for the calls after it. A stop by the caller means nothing. */
function learn(fault: ModelFault | null, gate: ProviderGate, trial: Trial, model: string): void {
  if (fault === null) trial.succeeded();
  else if (fault.code !== 'MODEL.ABORTED') trial.failed(fault);
  if (fault?.code === 'MODEL.RATE_LIMITED' && fault.retryAfterMs !== null) gate.pause(model, fault.retryAfterMs);
}
