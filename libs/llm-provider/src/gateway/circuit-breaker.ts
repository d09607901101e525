import { circuitBreaker, type CircuitBreakerPolicy, CircuitState, ConsecutiveBreaker, handleWhen } from 'cockatiel';
import { ModelFault, type ModelFaultCode } from './model-fault.js';

/** Faults that say the upstream is ill. A refusal of our request, a full rate or a stop by the caller says nothing. */
const ILLNESS: ReadonlySet<ModelFaultCode> = new Set<ModelFaultCode>([
  'MODEL.UPSTREAM',
  'MODEL.UNREACHABLE',
  'MODEL.TIMEOUT',
  'MODEL.CUT_STREAM',
  'MODEL.MALFORMED',
]);
const isIllness = (error: unknown): boolean => error instanceof ModelFault && ILLNESS.has(error.code);

export interface BreakerOptions {
  /** So many attempts in a row. More than run at once: a broken line ends all of those, and is one event. */
  readonly failures: number;
  readonly halfOpenAfterMs: number;
}

/** What an attempt that was let through owes: how it ended. Only the first word counts. */
export interface Trial {
  readonly succeeded: () => void;
  readonly failed: (fault: ModelFault) => void;
  /** Neither: it was stopped, or its reader left. */
  readonly abandoned: () => void;
}

/** Stops asking a model that keeps failing; after a while one attempt is let through to look. */
export class CircuitBreaker {
  private policy: CircuitBreakerPolicy;
  private triesAgainAt = 0;
  private lastFault = '';

  constructor(private readonly options: BreakerOptions) {
    this.policy = this.newPolicy();
  }

  /** When an attempt will be let through again (ms since 1970); null: now. */
  get refusesUntil(): number | null {
    return this.policy.state === CircuitState.Open && this.triesAgainAt > Date.now() ? this.triesAgainAt : null;
  }

  /** Throws MODEL.CIRCUIT_OPEN, also while the one attempt that looks is under way. */
  refuse(who: string): void {
    const until = new Date(this.triesAgainAt).toISOString();
    if (this.refusesUntil !== null) throw this.refusal(who, `left alone until ${until}`);
    if (this.policy.state === CircuitState.HalfOpen) {
      throw this.refusal(who, `since ${until} one attempt is under way to see whether it is well again`);
    }
  }

  begin(who: string): Trial {
    this.refuse(who);
    const { policy } = this;
    const trial = newTrial();
    // What it rejects with is known to the attempt already.
    policy.execute(() => trial.ended).catch(() => undefined);
    return {
      succeeded: trial.resolve,
      failed: (fault) => {
        if (isIllness(fault)) this.lastFault = fault.message;
        trial.reject(fault);
      },
      abandoned: () => {
        if (trial.leave()) this.forget(policy);
      },
    };
  }

  /** A look that was broken off has seen nothing: the next attempt looks again, at once. */
  private forget(policy: CircuitBreakerPolicy): void {
    if (policy !== this.policy || policy.state !== CircuitState.HalfOpen) return;
    this.policy = this.newPolicy(policy.toJSON());
  }

  private newPolicy(initialState?: unknown): CircuitBreakerPolicy {
    const { failures, halfOpenAfterMs } = this.options;
    const breaker = new ConsecutiveBreaker(failures);
    const policy = circuitBreaker(handleWhen(isIllness), { breaker, halfOpenAfter: halfOpenAfterMs, initialState });
    policy.onBreak(() => {
      this.triesAgainAt = Date.now() + halfOpenAfterMs;
    });
    return policy;
  }

  private refusal(who: string, until: string): ModelFault {
    return new ModelFault('MODEL.CIRCUIT_OPEN', `${who} keeps failing: ${until}. Last: ${this.lastFault}`, false);
  }
}

/** The attempt as a promise that the policy can watch. `leave` says whether it was still open. */
function newTrial() {
  let isOpen = true;
  let settle: { readonly resolve: () => void; readonly reject: (fault: ModelFault) => void };
  const ended = new Promise<void>((resolve, reject) => {
    settle = { resolve, reject };
  });
  const leave = (): boolean => isOpen && !(isOpen = false);
  return {
    ended,
    leave,
    resolve: () => {
      if (leave()) settle.resolve();
    },
    reject: (fault: ModelFault) => {
      if (leave()) settle.reject(fault);
    },
  };
}
