import type { Command, Frame } from '@council/contracts';
import { Value } from '@/state/value';
import { waitMs } from './back-off';
import { type After, Heartbeat } from './heartbeat';
import type { LiveSocket, SocketEvents } from './live-socket';
import { type OnFrame, SessionWatchers } from './session-watchers';

/** `idle`: nobody watches. `waiting`: it is lost, and is tried again after a while. */
export type ChannelState = 'idle' | 'connecting' | 'open' | 'waiting';

export interface ChannelParts {
  readonly connect: (events: SocketEvents) => LiveSocket;
  /** Awaited before each connection: that somebody may speak (a token is asked for), that the server is there. */
  readonly prepare: () => Promise<unknown>;
  readonly after: After;
  /** From 0 to 1. */
  readonly chance: () => number;
}

export interface Watch {
  stop(): void;
  /** Asks for everything after the last frame anew, and for the text that is being spoken from its begin. */
  again(): void;
}

/** How long a connection that nobody needs is kept: the next page may need it. */
const LINGER_MS = 10_000;

/**
 * The one connection of a tab to `/ws`, whatever is watched over it. It comes back by itself after every break and says
 * for each session which frame was seen last, so that nothing is missed and nothing comes twice.
 */
export class LiveChannel {
  readonly state = new Value<ChannelState>('idle');
  private readonly sessions = new Map<string, SessionWatchers>();
  private readonly heartbeat: Heartbeat;
  private socket: LiveSocket | null = null;
  private cancelTimer: () => void = () => undefined;
  private failures = 0;
  /** Grows with each connection: what an old one still says is not heard. */
  private generation = 0;

  constructor(private readonly parts: ChannelParts) {
    this.heartbeat = new Heartbeat(
      parts.after,
      () => this.send({ cmd: 'ping' }),
      () => this.lose(),
    );
  }

  /** Every durable frame after `since`, once and in order, and the live text; until it is stopped. */
  watch(sessionUuid: string, since: number, onFrame: OnFrame): Watch {
    const watchers = this.sessions.get(sessionUuid) ?? new SessionWatchers();
    const watcher = { last: since, onFrame };
    watchers.add(watcher);
    this.sessions.set(sessionUuid, watchers);
    if (this.state.get() === 'idle') void this.connect();
    else this.subscribe(sessionUuid);
    return {
      stop: () => this.unwatch(sessionUuid, watchers, () => watchers.remove(watcher)),
      again: () => this.subscribe(sessionUuid),
    };
  }

  /** The network is said to be back, or somebody asks for it: no more waiting. */
  retryNow(): void {
    if (this.state.get() !== 'waiting') return;
    this.cancelTimer();
    void this.connect();
  }

  private unwatch(sessionUuid: string, watchers: SessionWatchers, remove: () => void): void {
    remove();
    if (!watchers.isEmpty || this.sessions.get(sessionUuid) !== watchers) return;
    this.sessions.delete(sessionUuid);
    this.send({ cmd: 'unsubscribe', session_uuid: sessionUuid });
    if (this.sessions.size > 0) return;
    if (this.state.get() !== 'open') this.drop('idle');
    else this.schedule(LINGER_MS, () => this.sessions.size === 0 && this.drop('idle'));
  }

  private async connect(): Promise<void> {
    this.generation += 1;
    const { generation } = this;
    const isCurrent = (): boolean => generation === this.generation;
    this.state.set('connecting');
    try {
      await this.parts.prepare();
    } catch {
      if (isCurrent()) this.lose();
      return;
    }
    if (!isCurrent()) return;
    this.socket = this.parts.connect({
      opened: () => isCurrent() && this.begin(),
      received: (text) => isCurrent() && this.receive(text),
      closed: () => isCurrent() && this.lose(),
    });
  }

  private begin(): void {
    this.state.set('open');
    for (const sessionUuid of this.sessions.keys()) this.subscribe(sessionUuid);
    this.heartbeat.begin();
  }

  private receive(text: string): void {
    this.failures = 0;
    this.heartbeat.heard();
    const frame = JSON.parse(text) as Frame;
    const sessionUuid = frame.data?.['session_uuid'];
    if (typeof sessionUuid === 'string') this.sessions.get(sessionUuid)?.show(frame);
  }

  private lose(): void {
    this.drop('waiting');
    if (this.sessions.size === 0) {
      this.state.set('idle');
      return;
    }
    this.schedule(waitMs(this.failures, this.parts.chance()), () => void this.connect());
    this.failures += 1;
  }

  private drop(next: ChannelState): void {
    this.generation += 1;
    this.heartbeat.end();
    this.cancelTimer();
    this.socket?.close();
    this.socket = null;
    this.state.set(next);
  }

  private subscribe(sessionUuid: string): void {
    const since = this.sessions.get(sessionUuid)?.since;
    if (since !== undefined) this.send({ cmd: 'subscribe', session_uuid: sessionUuid, since });
  }

  private send(command: Command): void {
    if (this.state.get() === 'open') this.socket?.send(JSON.stringify(command));
  }

  private schedule(ms: number, action: () => void): void {
    this.cancelTimer();
    this.cancelTimer = this.parts.after(ms, action);
  }
}
