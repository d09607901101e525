import type { LogEvent, NewEvent } from '@council/contracts';
import {
  buildReport,
  type CallModelEffect,
  type CallToolEffect,
  dueEffects,
  EMPTY_STATE,
  failAttempt,
  failTurn,
  fold,
  isTerminal,
  type Lease,
  ModelCallError,
  orphanEvents,
  renderReport,
  reserveCall,
  type SessionState,
  settleTurn,
  VersionTaken,
} from '@council/council-core';
import { answerToolCall } from './answer-tool-call.js';
import type { DriverPorts } from './driver-ports.js';
import { speakTurn, type TurnAddress } from './speak-turn.js';

/**
 * Drives one session under one lease: folds its log, asks the core what is due, does it, appends what happened, until
 * nothing is due. A finished turn is never spoken again: the log remembers it.
 */
export class SessionDriver {
  private state: SessionState = EMPTY_STATE;
  private readonly calls = new Map<string, { readonly done: Promise<void>; readonly abort: AbortController }>();
  /** Appends go one after the other, so that each is decided on a state that holds the one before. */
  private queue: Promise<unknown> = Promise.resolve();
  private failure: Error | null = null;
  private wake: () => void = () => undefined;

  constructor(
    private readonly lease: Lease,
    private readonly ports: DriverPorts,
    private readonly signal: AbortSignal,
  ) {}

  /** Resolves when nothing is due any more; rejects when the lease is lost or the store fails. */
  async drive(): Promise<SessionState> {
    const onAbort = (): void => {
      this.abortCalls();
      this.wake();
    };
    this.signal.addEventListener('abort', onAbort, { once: true });
    try {
      await this.enqueue(() => this.takeOver());
      while (await this.step());
      return this.state;
    } finally {
      this.signal.removeEventListener('abort', onAbort);
      this.abortCalls();
      await Promise.allSettled([...this.calls.values()].map((call) => call.done));
    }
  }

  /** Events up to `seq` are in the log: reads those that somebody else appended. Without `seq`, looks for any. */
  notice(seq = Number.POSITIVE_INFINITY): void {
    this.enqueue(async () => {
      if (seq > this.state.lastSeq) await this.catchUp();
    }).catch((error: unknown) => {
      this.fail(error);
    });
  }

  /** This runner holds the lease and has begun nothing yet: whatever is open was begun by one that is gone. */
  private async takeOver(): Promise<void> {
    await this.catchUp();
    const events = orphanEvents(this.state);
    if (events.length > 0) await this.append(events);
  }

  private async step(): Promise<boolean> {
    if (this.failure !== null) throw this.failure;
    if (this.signal.aborted || isTerminal(this.state.status)) return false;
    const woken = new Promise<void>((resolve) => {
      this.wake = resolve;
    });
    if (this.state.isStopRequested && this.calls.size > 0) {
      // What was spoken until now is kept and paid for; the end comes last.
      this.abortCalls();
      await woken;
      return true;
    }
    if (await this.enqueue(() => this.writeDown())) return true;
    for (const effect of dueEffects(this.state)) {
      if (effect.type !== 'append' && !this.calls.has(effect.key)) this.begin(effect);
    }
    if (this.calls.size === 0) return dueEffects(this.state).length > 0;
    await woken;
    return true;
  }

  /** Appends what follows from the log alone. False when there is no such thing. */
  private async writeDown(): Promise<boolean> {
    const effect = dueEffects(this.state)[0];
    if (effect?.type !== 'append') return false;
    await this.append(effect.events);
    return true;
  }

  private begin(call: CallModelEffect | CallToolEffect): void {
    const abort = new AbortController();
    const work = call.type === 'call-model' ? this.speak(call, abort.signal) : this.runTool(call, abort.signal);
    const done = work
      .catch((error: unknown) => {
        this.fail(error);
      })
      .finally(() => {
        this.calls.delete(call.key);
        this.wake();
      });
    this.calls.set(call.key, { done, abort });
  }

  private async runTool(call: CallToolEffect, signal: AbortSignal): Promise<void> {
    const settle = (decide: (state: SessionState) => readonly NewEvent[]): Promise<void> =>
      this.enqueue(() => this.append(decide(this.state)));
    try {
      await answerToolCall(call, signal, { tools: this.ports.tools, settle });
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  private async speak(call: CallModelEffect, signal: AbortSignal): Promise<void> {
    const address = (attempt: number): TurnAddress => ({
      session_uuid: this.lease.sessionUuid,
      node_id: call.nodeId,
      agent_id: call.seat.agent?.agent_uuid ?? null,
      turn_id: call.turnId,
      attempt,
    });
    try {
      await this.enqueue(() => this.append([attemptStarted(call, call.attempt)]));
      const spoken = await speakTurn(call, signal, {
        model: this.ports.model,
        say: (attempt, text, isThinking) => {
          this.ports.live.say(isThinking ? { ...address(attempt), is_thinking: true } : address(attempt), text);
        },
        onAttemptFailed: async (failed) => {
          await this.enqueue(() =>
            this.append([failAttempt(this.state, call, failed), attemptStarted(call, failed.attempt + 1)]),
          );
        },
      });
      this.closeLive(address(spoken.attempt));
      await this.enqueue(() => this.append(settleTurn(this.state, call, spoken)));
    } catch (error) {
      this.closeLive(address(call.attempt));
      if (!(error instanceof ModelCallError)) throw error;
      await this.enqueue(() => this.append(this.whatItLeaves(call, error, signal.aborted)));
    }
  }

  /** A call that was stopped is paid for and settles nothing: the session's end or its next runner decides on the turn. */
  private whatItLeaves(call: CallModelEffect, error: ModelCallError, isAborted: boolean): readonly NewEvent[] {
    const { code, message, spent } = error;
    const attempt = this.state.nodes[call.nodeId]?.attempts ?? call.attempt;
    const failed = failAttempt(this.state, call, { attempt, code, message, retryInMs: null, spent });
    return isAborted ? [failed] : [failed, ...failTurn(this.state, call, code, message)];
  }

  private closeLive(turn: TurnAddress): void {
    this.ports.live.close(turn);
    this.ports.live.close({ ...turn, is_thinking: true });
  }

  private async append(events: readonly NewEvent[]): Promise<void> {
    const written = await this.write(events);
    const isGapless = (written[0]?.seq ?? 0) === this.state.lastSeq + 1;
    if (isGapless) this.take(written);
    else await this.catchUp();
  }

  /** A version that somebody else has written meanwhile is read before the caller decides again. */
  private async write(events: readonly NewEvent[]): Promise<readonly LogEvent[]> {
    try {
      return await this.ports.store.append(this.lease.sessionUuid, this.lease, events);
    } catch (error) {
      if (error instanceof VersionTaken) await this.catchUp();
      throw error;
    }
  }

  private async catchUp(): Promise<void> {
    this.take(await this.ports.store.read(this.lease.sessionUuid, this.state.lastSeq));
  }

  private take(events: readonly LogEvent[]): void {
    this.state = fold(events, this.state);
    for (const event of events) if (event.event === 'report:ready') this.sayReport(event.node_id ?? '');
    this.wake();
  }

  /** Clients of the reference read the report from the end node's stream. */
  private sayReport(nodeId: string): void {
    const turn = {
      session_uuid: this.lease.sessionUuid,
      node_id: nodeId,
      agent_id: null,
      turn_id: `${nodeId}#report`,
      attempt: 1,
    };
    this.ports.live.say(turn, renderReport(buildReport(this.state)));
    this.ports.live.close(turn);
  }

  private enqueue<T>(task: () => Promise<T>): Promise<T> {
    const run = this.queue.then(task);
    this.queue = run.catch(() => undefined);
    return run;
  }

  private fail(error: unknown): void {
    this.failure ??= error instanceof Error ? error : new Error(String(error));
    this.wake();
  }

  private abortCalls(): void {
    for (const call of this.calls.values()) call.abort.abort();
  }
}

function attemptStarted(call: CallModelEffect, attempt: number): NewEvent {
  const { provider, model } = call.seat.used;
  const agentId = call.seat.agent?.agent_uuid ?? null;
  const reserved = reserveCall(call.request, call.seat.price);
  return {
    event: 'model_call:started',
    node_id: call.nodeId,
    data: { turn_id: call.turnId, agent_id: agentId, attempt, provider, model, reserved },
  };
}
