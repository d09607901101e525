import { EventStore } from '@council/council-core';
import { LiveChannel } from '@council/dispatch';
import { Injectable, Logger, OnModuleDestroy } from '@nestjs/common';
import { type FrameSink, SessionFeed } from './session-feed.js';

/** All open feeds of this process. */
@Injectable()
export class Feeds implements OnModuleDestroy {
  private readonly log = new Logger(Feeds.name);
  private readonly open = new Set<SessionFeed>();
  private isEnding = false;

  constructor(
    private readonly store: EventStore,
    private readonly live: LiveChannel,
  ) {}

  /** How many are open. */
  get count(): number {
    return this.open.size;
  }

  watch(sessionUuid: string, since: number, sink: FrameSink): SessionFeed {
    const feed = new SessionFeed(sessionUuid, since, sink, this.store, this.live, (error) => {
      this.log.warn(`feed of session ${sessionUuid}: ${error instanceof Error ? error.message : String(error)}`);
    });
    this.open.add(feed);
    if (this.isEnding) feed.leave();
    else feed.open();
    return feed;
  }

  unwatch(feed: SessionFeed): void {
    feed.close();
    this.open.delete(feed);
  }

  onModuleDestroy(): void {
    this.isEnding = true;
    for (const feed of this.open) feed.leave();
  }
}
