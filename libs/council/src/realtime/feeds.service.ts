import { EventStore } from '@council/council-core';
import { LiveChannel } from '@council/dispatch';
import { Injectable, Logger, OnApplicationShutdown } from '@nestjs/common';
import { SessionsRepository } from '../sessions/sessions.repository.js';
import { type FrameSink, SessionFeed } from './session-feed.js';

/** How often logs are compared with what their watchers know: another process may drive a session that is watched here. */
const LOOK_MS = 1_000;

/** All open feeds of this process. */
@Injectable()
export class Feeds implements OnApplicationShutdown {
  private readonly log = new Logger(Feeds.name);
  private readonly open = new Set<SessionFeed>();
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly store: EventStore,
    private readonly live: LiveChannel,
    private readonly sessions: SessionsRepository,
  ) {}

  watch(sessionUuid: string, since: number, sink: FrameSink): SessionFeed {
    const feed = new SessionFeed(sessionUuid, since, sink, this.store, this.live, (error) => {
      this.log.warn(`feed of session ${sessionUuid}: ${error instanceof Error ? error.message : String(error)}`);
    });
    this.open.add(feed);
    this.timer ??= setInterval(() => void this.look(), LOOK_MS).unref();
    feed.open();
    return feed;
  }

  unwatch(feed: SessionFeed): void {
    feed.close();
    this.open.delete(feed);
    if (this.open.size > 0 || this.timer === null) return;
    clearInterval(this.timer);
    this.timer = null;
  }

  onApplicationShutdown(): void {
    for (const feed of [...this.open]) this.unwatch(feed);
  }

  /** One query for all watchers of this process, whatever their number. */
  private async look(): Promise<void> {
    try {
      const seqs = await this.sessions.lastSeqs([...new Set([...this.open].map((feed) => feed.sessionUuid))]);
      for (const feed of this.open) feed.notice(seqs.get(feed.sessionUuid) ?? 0);
    } catch (error) {
      this.log.warn(`looking for events of other processes: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}
