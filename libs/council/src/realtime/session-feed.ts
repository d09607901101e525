import { deltaFrame, type Frame, type LogEvent, toFrame, type TokenDelta } from '@council/contracts';
import type { EventStore } from '@council/council-core';
import type { LiveChannel } from '@council/dispatch';

/** Where frames go: a socket or an SSE stream. */
export interface FrameSink {
  send(frame: Frame, seq: number | null): void;
  /** Its buffer is full: durable frames wait in the log, deltas are skipped. */
  isBusy(): boolean;
  /** Whoever watches may not see the session any more. */
  lose(sessionUuid: string): void;
  /** The server ends: the client is to come back. */
  leave(): void;
}

const PAGE = 500;
const BUSY_RETRY_MS = 100;

/**
 * One watcher of one session: every durable event after `since`, once and in order, from the log and then live; and the
 * text that is being spoken. Whatever is missed (a slow client, another process) is read from the log.
 */
export class SessionFeed {
  private last: number;
  private isReading = false;
  private wantsMore = false;
  private isClosed = false;
  private isBehind = false;
  private readonly stops: (() => void)[] = [];

  constructor(
    readonly sessionUuid: string,
    since: number,
    readonly sink: FrameSink,
    private readonly store: EventStore,
    private readonly live: LiveChannel,
    private readonly onError: (error: unknown) => void,
  ) {
    this.last = since;
  }

  open(): void {
    this.stops.push(
      this.live.follow(this.sessionUuid),
      this.live.onGrown((sessionUuid, seq) => {
        if (sessionUuid === this.sessionUuid && seq > this.last) this.readOn();
      }),
      this.live.onEvents((sessionUuid, events) => {
        if (sessionUuid === this.sessionUuid) this.onLive(events);
      }),
      this.live.onDelta((delta) => {
        if (delta.session_uuid === this.sessionUuid) this.sendDelta(delta);
      }),
    );
    for (const delta of this.live.openTurns(this.sessionUuid)) this.sendDelta(delta);
    this.readOn();
  }

  leave(): void {
    this.close();
    this.sink.leave();
  }

  close(): void {
    this.isClosed = true;
    for (const stop of this.stops) stop();
  }

  private onLive(events: readonly LogEvent[]): void {
    const first = events[0]?.seq ?? 0;
    if (this.isReading || this.sink.isBusy() || first !== this.last + 1) this.readOn();
    else for (const event of events) this.sendEvent(event);
  }

  private readOn(): void {
    if (this.isReading) {
      this.wantsMore = true;
      return;
    }
    this.isReading = true;
    this.readFromLog()
      .catch(this.onError)
      .finally(() => {
        this.isReading = false;
        if (this.wantsMore && !this.isClosed) {
          this.wantsMore = false;
          this.readOn();
        }
      });
  }

  private async readFromLog(): Promise<void> {
    for (;;) {
      if (this.isClosed) return;
      if (this.sink.isBusy()) {
        this.tellBehind();
        await new Promise((resolve) => setTimeout(resolve, BUSY_RETRY_MS));
        continue;
      }
      this.isBehind = false;
      const events = await this.store.read(this.sessionUuid, this.last, PAGE);
      for (const event of events) this.sendEvent(event);
      if (events.length < PAGE) return;
    }
  }

  private sendEvent(event: LogEvent): void {
    if (this.isClosed || event.seq <= this.last) return;
    this.last = event.seq;
    const frame = toFrame(this.sessionUuid, event);
    if (frame !== null) this.sink.send(frame, event.seq);
  }

  private sendDelta(delta: TokenDelta): void {
    if (this.sink.isBusy()) this.tellBehind();
    else this.sink.send(deltaFrame(delta, new Date().toISOString()), null);
  }

  /** Said once: the client may also come back with `since` by itself. */
  private tellBehind(): void {
    if (this.isBehind) return;
    this.isBehind = true;
    const error = 'this connection is slow: live text is skipped, durable frames follow from the log';
    const data = { code: 'STREAM.BEHIND', error, session_uuid: this.sessionUuid, since: this.last };
    this.sink.send({ event: 'error', timestamp: new Date().toISOString(), data }, null);
  }
}
