import type { Asking } from '@council/access';
import { EventStore } from '@council/council-core';
import { LiveChannel } from '@council/dispatch';
import { Injectable, Logger, OnModuleDestroy, OnModuleInit } from '@nestjs/common';
import { LiveRights } from './live-rights.js';
import { type FrameSink, SessionFeed } from './session-feed.js';

/** How long somebody may watch what was taken from them. */
const ASK_AGAIN_MS = 10_000;

/** All open feeds of this process. */
@Injectable()
export class Feeds implements OnModuleInit, OnModuleDestroy {
  private readonly log = new Logger(Feeds.name);
  private readonly open = new Map<SessionFeed, Asking>();
  private asking?: NodeJS.Timeout;
  private isEnding = false;

  constructor(
    private readonly store: EventStore,
    private readonly live: LiveChannel,
    private readonly rights: LiveRights,
  ) {}

  onModuleInit(): void {
    this.asking = setInterval(() => {
      this.askAgain().catch((error: unknown) => {
        this.log.warn(`who may watch was not asked again: ${String(error)}`);
      });
    }, ASK_AGAIN_MS).unref();
  }

  /** How many are open. */
  get count(): number {
    return this.open.size;
  }

  watch(sessionUuid: string, since: number, sink: FrameSink, asking: Asking): SessionFeed {
    const feed = new SessionFeed(sessionUuid, since, sink, this.store, this.live, (error) => {
      this.log.warn(`feed of session ${sessionUuid}: ${error instanceof Error ? error.message : String(error)}`);
    });
    this.open.set(feed, asking);
    if (this.isEnding) feed.leave();
    else feed.open();
    return feed;
  }

  unwatch(feed: SessionFeed): void {
    feed.close();
    this.open.delete(feed);
  }

  /** Ends what may not be watched any more. */
  async askAgain(): Promise<void> {
    for (const [feed, asking] of [...this.open]) {
      if (await this.rights.mayWatch(asking, feed.sessionUuid)) continue;
      this.unwatch(feed);
      feed.sink.lose(feed.sessionUuid);
    }
  }

  onModuleDestroy(): void {
    this.isEnding = true;
    clearInterval(this.asking);
    for (const feed of this.open.keys()) feed.leave();
  }
}
