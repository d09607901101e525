import type { Command, Frame } from '@council/contracts';
import type { ChannelParts } from './live-channel';
import type { LiveSocket, SocketEvents } from './live-socket';

/** One connection as a spec plays it: what was sent, and what the server does. */
class ScriptedSocket implements LiveSocket {
  readonly sent: Command[] = [];
  isClosed = false;

  constructor(private readonly events: SocketEvents) {}

  send(text: string): void {
    if (this.isClosed) throw new Error('nobody sends over a socket that is closed');
    this.sent.push(JSON.parse(text) as Command);
  }

  close(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    this.events.closed();
  }

  opens(): void {
    this.events.opened();
  }

  says(event: string, data: Readonly<Record<string, unknown>> = {}): void {
    const frame: Frame = { event, timestamp: '2026-01-01T00:00:00.000Z', data };
    this.events.received(JSON.stringify(frame));
  }
}

/** What a channel is made of, with a clock that a spec moves. */
export class ScriptedParts implements ChannelParts {
  readonly sockets: ScriptedSocket[] = [];
  /** Thrown instead of connecting, while it is set. */
  refusal: Error | null = null;
  private nowMs = 0;
  private timers: { readonly at: number; readonly action: () => void }[] = [];

  readonly connect = (events: SocketEvents): LiveSocket => {
    const socket = new ScriptedSocket(events);
    this.sockets.push(socket);
    return socket;
  };

  readonly prepare = async (): Promise<void> => {
    if (this.refusal !== null) throw this.refusal;
  };

  readonly after = (ms: number, action: () => void): (() => void) => {
    const timer = { at: this.nowMs + ms, action };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((one) => one !== timer);
    };
  };

  readonly chance = (): number => 0.5;

  get last(): ScriptedSocket {
    const socket = this.sockets.at(-1);
    if (socket === undefined) throw new Error('nobody has connected');
    return socket;
  }

  get waiting(): readonly number[] {
    return this.timers.map(({ at }) => at - this.nowMs);
  }

  /** Moves the clock, and lets what was promised happen. */
  async pass(ms: number): Promise<void> {
    const end = this.nowMs + ms;
    for (;;) {
      await settled();
      const next = this.timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      this.timers = this.timers.filter((one) => one !== next);
      this.nowMs = next.at;
      next.action();
    }
    this.nowMs = end;
    await settled();
  }
}

/** Until every promise that is already decided has been followed. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
}
