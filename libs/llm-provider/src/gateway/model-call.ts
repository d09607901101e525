import { setTimeout as sleep } from 'node:timers/promises';
import type { LlmConfig } from '@council/config';
import { type ChatChunk, type ChatRequest, ModelCallError } from '@council/council-core';
import { type Endpoint, findEndpoint } from '../providers/endpoints.js';
import { Answer } from './answer.js';
import type { ChatDialect } from './chat-attempt.js';
import { withDeadlines } from './deadlines.js';
import { ModelFault } from './model-fault.js';
import { RetryWaits } from './retry-waits.js';
import { scrubSecrets } from './scrub-secrets.js';
import type { Slots } from './slots.js';
import { upstreamFault } from './upstream-fault.js';

/** One call to a model with all that may go wrong: attempts, waits between them, and a deadline over the whole. */
export class ModelCall {
  private readonly total = new AbortController();
  private readonly waits = new RetryWaits();
  private deadlineAt = Infinity;

  constructor(
    private readonly config: LlmConfig,
    private readonly dialect: ChatDialect,
    private readonly slots: Slots,
    private readonly request: ChatRequest,
  ) {}

  async *stream(): AsyncIterable<ChatChunk> {
    const lookup = findEndpoint(this.config, this.request.provider);
    if (!lookup.ok) throw new ModelCallError(lookup.code, lookup.message);
    let timer: NodeJS.Timeout | undefined;
    const signal = AbortSignal.any([this.request.signal, this.total.signal]);
    try {
      for (let attempt = 1; ; attempt += 1) {
        const giveBack = await this.slots.take(signal);
        // Waiting for a first slot is our own queue, not the provider's delay: the deadline begins here.
        timer ??= this.startDeadline(lookup.endpoint);
        let fault: ModelFault;
        try {
          return yield* this.attempt(lookup.endpoint, signal);
        } catch (error) {
          fault = this.faultOf(error, lookup.endpoint, false);
        } finally {
          giveBack();
        }
        const waitMs = this.waitBefore(attempt + 1, fault);
        yield { kind: 'attempt-failed', code: fault.code, message: fault.message, retryInMs: waitMs };
        await sleep(waitMs, undefined, { signal });
      }
    } catch (error) {
      throw this.finalError(error, lookup.endpoint);
    } finally {
      clearTimeout(timer);
    }
  }

  private async *attempt(endpoint: Endpoint, signal: AbortSignal): AsyncGenerator<ChatChunk, void> {
    const controller = new AbortController();
    const merged = AbortSignal.any([signal, controller.signal]);
    const answer = new Answer(this.request, this.who(endpoint));
    try {
      const parts = this.dialect.attempt(this.request, endpoint, merged);
      for await (const part of withDeadlines(parts, controller, merged, this.config, this.who(endpoint))) {
        answer.add(part);
        if (part.kind === 'text' || part.kind === 'thinking') yield part;
      }
    } catch (error) {
      throw this.faultOf(error, endpoint, answer.hasBegun);
    }
    yield answer.finish();
  }

  private startDeadline(endpoint: Endpoint): NodeJS.Timeout {
    const { totalTimeoutMs } = this.config;
    this.deadlineAt = performance.now() + totalTimeoutMs;
    return setTimeout(() => {
      const message = `${this.who(endpoint)} did not finish within ${totalTimeoutMs} ms.`;
      this.total.abort(new ModelFault('MODEL.TIMEOUT', message, false));
    }, totalTimeoutMs);
  }

  /** How long to wait before that attempt; throws when there will be none. */
  private waitBefore(attempt: number, fault: ModelFault): number {
    if (!fault.isRetryable) throw fault;
    if (attempt > this.config.maxAttempts) throw this.exhausted(fault, attempt - 1);
    const waitMs = this.waits.next(fault.retryAfterMs);
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
    return new ModelCallError(fault.code, scrubSecrets(fault.message, this.secrets(endpoint)));
  }

  private who(endpoint: Endpoint): string {
    return `${endpoint.preset.label} (${this.request.model})`;
  }

  private secrets(endpoint: Endpoint): readonly (string | undefined)[] {
    return [endpoint.apiKey, this.config.apiKey, ...Object.values(this.config.keys)];
  }
}
