import type { LogEvent, NewEvent } from '@council/contracts';
import {
  buildReport,
  type CallModelEffect,
  type DrawAllotmentEffect,
  dueEffects,
  type Effect,
  EMPTY_STATE,
  fold,
  isTerminal,
  type Lease,
  nodeState,
  orphanEvents,
  Overtaken,
  renderReport,
  returnEvents,
  type SessionState,
  takeOverEvents,
  type WaitEffect,
  type WorkEffect,
} from '@council/council-core';
import { answerToolCall } from './answer-tool-call.js';
import { AppendLine, type Decide } from './append-line.js';
import { checkClaims } from './check-claims.js';
import type { DriverPorts } from './driver-ports.js';
import { Patience } from './patience.js';
import { recall } from './recall.js';
import type { Settle } from './settle.js';
import { speakAndSettle } from './speak-and-settle.js';

interface Running {
  readonly work: WorkEffect;
  readonly done: Promise<void>;
  readonly abort: AbortController;
}

/**
 * Drives one session under one lease: folds its log, asks the core what is due, does it, appends what happened, until
 * nothing is due but people and time. A finished turn is never spoken again: the log remembers it.
 */
export class SessionDriver {
  private state: SessionState = EMPTY_STATE;
  private readonly running = new Map<string, Running>();
  /** Appends go one after the other, so that each is decided on a state that holds the one before. */
  private queue: Promise<unknown> = Promise.resolve();
  private failure: Error | null = null;
  private readonly patience = new Patience();
  private known: { readonly state: SessionState; readonly due: readonly Effect[] } | null = null;
  private readonly line = new AppendLine({
    append: (decide) => this.append(decide),
    follows: followingEvents,
    enqueue: (task) => this.enqueue(task),
  });
  private wake: () => void = () => undefined;

  constructor(
    private readonly lease: Lease,
    private readonly ports: DriverPorts,
    private readonly signal: AbortSignal,
  ) {}

  /** Resolves when nothing is due any more; rejects when the lease is lost or the store fails. */
  async drive(): Promise<SessionState> {
    const onAbort = (): void => {
      this.abortWork();
      this.wake();
    };
    this.signal.addEventListener('abort', onAbort, { once: true });
    try {
      await this.enqueue(() => this.takeOver());
      while (await this.step());
      return this.state;
    } finally {
      this.signal.removeEventListener('abort', onAbort);
      this.abortWork();
      await Promise.allSettled([...this.running.values()].map((work) => work.done));
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
    await this.append((state) => [...takeOverEvents(state, Date.now()), ...orphanEvents(state)]);
  }

  private async step(): Promise<boolean> {
    if (this.failure !== null) throw this.failure;
    if (this.signal.aborted || isTerminal(this.state.status)) return false;
    const woken = new Promise<void>((resolve) => {
      this.wake = resolve;
    });
    this.dropUnwanted();
    if (isBrokenOff(this.state) && this.running.size > 0) {
      // What was spoken until now is kept and paid for; the end comes last.
      await woken;
      return true;
    }
    if (await this.enqueue(() => this.writeDown())) return true;
    const due = this.due();
    for (const effect of due) {
      if (isWork(effect) && !this.running.has(effect.key)) this.begin(effect);
    }
    const waits = due.filter((effect) => effect.type === 'wait');
    const isShort = due.some(isDraw);
    if (this.running.size === 0 && !isShort) return this.rest(waits);
    const times = waits.map(({ until }) => Date.parse(until));
    await this.until(woken, Math.min(...times, ...(isShort ? [this.patience.againAtMs] : [])));
    return true;
  }

  /** The same state has the same answer, and a wake need not have changed it. */
  private due(): readonly Effect[] {
    if (this.known?.state !== this.state) this.known = { state: this.state, due: dueEffects(this.state) };
    return this.known.due;
  }

  /** Appends what follows from the log alone, or from the time. False when there is no such thing. */
  private async writeDown(): Promise<boolean> {
    const due = this.due();
    const [first] = due;
    if (first?.type === 'append') {
      await this.appendOnTop(first.events);
      return true;
    }
    const late = due.find((effect) => effect.type === 'wait' && Date.parse(effect.until) <= Date.now());
    if (late?.type === 'wait') {
      await this.appendOnTop(late.events);
      return true;
    }
    const draw = due.find(isDraw);
    if (draw === undefined || !this.patience.isOver(this.state.lastSeq)) return false;
    await this.draw(draw);
    return true;
  }

  /** Whoever cannot go on holds nothing: otherwise two sessions that are short of a little would wait for each other. */
  private async draw(wanted: DrawAllotmentEffect): Promise<void> {
    const written = await this.ports.budgets.draw(this.lease, wanted);
    if ((written[0]?.seq ?? 0) > this.state.lastSeq + 1) await this.catchUp();
    else this.take(written);
    if (written.length > 0) return;
    if (wanted.isIdle) await this.append(returnEvents);
    this.patience.refuse(this.state.lastSeq);
  }

  /** Nothing runs: the session can be left, unless somebody has just appended something. */
  private async rest(waits: readonly WaitEffect[]): Promise<boolean> {
    const { lastSeq } = this.state;
    await this.enqueue(() => this.catchUp());
    if (this.state.lastSeq !== lastSeq) return true;
    return waits.some(({ until }) => Date.parse(until) <= Date.now());
  }

  private async until(woken: Promise<void>, next: number): Promise<void> {
    const timer = Number.isFinite(next)
      ? setTimeout(() => {
          this.wake();
        }, inMs(next))
      : undefined;
    await woken;
    clearTimeout(timer);
  }

  /** Work that nobody waits for any more: of a stopped or locked session, or of a node that was skipped. */
  private dropUnwanted(): void {
    for (const { work, abort } of this.running.values()) {
      const isOver = nodeState(this.state, work.nodeId).status !== 'running';
      if (isBrokenOff(this.state) || this.state.lock !== null || isOver) abort.abort();
    }
  }

  private begin(work: WorkEffect): void {
    const abort = new AbortController();
    const done = this.carryOut(work, abort.signal)
      .catch((error: unknown) => {
        if (!abort.signal.aborted || this.isOfStore(error)) this.fail(error);
      })
      .finally(() => {
        this.running.delete(work.key);
        this.wake();
      });
    this.running.set(work.key, { work, done, abort });
  }

  private carryOut(work: WorkEffect, signal: AbortSignal): Promise<void> {
    const settle: Settle = (decide) => this.line.settle(decide);
    switch (work.type) {
      case 'call-model':
        return this.speak(work, signal, settle);
      case 'call-tool':
        return answerToolCall(work, signal, { tools: this.ports.tools, settle });
      case 'recall':
        return recall(work, signal, { recollection: this.ports.recollection, settle });
      case 'check-claims':
        return checkClaims(work, signal, { evidence: this.ports.evidence, created: this.state.created, settle });
    }
  }

  private speak(call: CallModelEffect, signal: AbortSignal, settle: Settle): Promise<void> {
    return speakAndSettle(call, signal, {
      model: this.ports.model,
      live: this.ports.live,
      sessionUuid: this.lease.sessionUuid,
      settle,
    });
  }

  /** An error of the log itself ends the drive, whoever was writing. */
  private isOfStore(error: unknown): boolean {
    return error instanceof Error && error.name === 'LeaseLost';
  }

  /** Whatever somebody else wrote meanwhile is read first, and it is decided anew. */
  private async append(decide: Decide): Promise<void> {
    while (!(await this.appendOnTop(decide(this.state))));
  }

  /**
   * A person may decide at the moment at which the time is over, stop what is about to end, or write the version that is
   * about to be written. False when somebody was faster: nothing was appended, and what they wrote is read.
   */
  private async appendOnTop(events: readonly NewEvent[]): Promise<boolean> {
    if (events.length === 0) return true;
    const { lastSeq } = this.state;
    try {
      this.take(await this.ports.store.append(this.lease.sessionUuid, this.lease, events, { after: lastSeq }));
      return true;
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error;
      await this.catchUp();
      return false;
    }
  }

  private async catchUp(): Promise<void> {
    this.take(await this.ports.store.read(this.lease.sessionUuid, this.state.lastSeq));
  }

  private take(events: readonly LogEvent[]): void {
    if (events.length === 0) return;
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

  private abortWork(): void {
    for (const work of this.running.values()) work.abort.abort();
  }
}

/** Somebody has stopped the session, or has rejected what it was about. */
const isBrokenOff = ({ isStopRequested, rejection }: SessionState): boolean => isStopRequested || rejection !== null;

/** What has broken off ends when its calls have ended: nothing follows before. */
function followingEvents(state: SessionState): readonly NewEvent[] {
  if (isBrokenOff(state)) return [];
  const [first] = dueEffects(state);
  return first?.type === 'append' ? first.events : [];
}

const isWork = (effect: Effect): effect is WorkEffect => !['append', 'wait', 'draw-allotment'].includes(effect.type);
const isDraw = (effect: Effect): effect is DrawAllotmentEffect => effect.type === 'draw-allotment';

/** Timers of more than 24 days fire at once. */
const LONGEST_MS = 2 ** 31 - 1;
const inMs = (time: number): number => Math.min(LONGEST_MS, Math.max(0, time - Date.now()));
