import { EventStore } from '@council/council-core';
import { Injectable, Logger, OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { LiveChannel } from './live-channel.js';

const LOOK_MS = 1_000;

/**
 * Compares the logs that somebody here follows with what is known of them: another process may write to a session that
 * is driven or watched in this one. Redis brings the same word sooner, and may lose it.
 */
@Injectable()
export class LogLookout implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(LogLookout.name);
  private timer: NodeJS.Timeout | null = null;
  private isLooking = false;

  constructor(
    private readonly store: EventStore,
    private readonly live: LiveChannel,
  ) {}

  onApplicationBootstrap(): void {
    this.timer ??= setInterval(() => void this.look(), LOOK_MS).unref();
  }

  onApplicationShutdown(): void {
    if (this.timer !== null) clearInterval(this.timer);
  }

  /** One query, whatever the number of sessions. */
  private async look(): Promise<void> {
    const followed = this.live.followed();
    if (followed.length === 0 || this.isLooking) return;
    this.isLooking = true;
    try {
      for (const [sessionUuid, seq] of await this.store.lastSeqs(followed)) this.live.hearOfGrowth(sessionUuid, seq);
    } catch (error) {
      this.log.warn(`looking for events of other processes: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      this.isLooking = false;
    }
  }
}
