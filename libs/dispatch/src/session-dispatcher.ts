import { AppConfig } from '@council/config';
import { LeaseStore } from '@council/council-core';
import { runApart } from '@council/telemetry';
import { BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { InProcessRunner } from './in-process-runner.js';
import { SessionQueue } from './session-queue.js';

/** Sessions that one look into the database takes up at most. */
const SWEEP = 100;
/**
 * A process that ends lays its sessions down and then puts them into the queue, as the work that they are. Whoever looked
 * in between would put them there as work that no request led to.
 */
const HAND_OVER_MS = 1_000;

/**
 * Sees to it that a session is driven: by whoever takes it from the queue, or by this process when there is no queue or
 * it cannot be reached. What nobody took is found again in the database, which is the only place that is never wrong.
 */
@Injectable()
export class SessionDispatcher implements BeforeApplicationShutdown {
  private readonly log = new Logger(SessionDispatcher.name);
  private timer: NodeJS.Timeout | null = null;
  private isSweeping = false;
  /** There was more in the database, or asked of this process, than it could take. */
  private hasBacklog = false;

  private concurrency: number;

  constructor(
    private readonly config: AppConfig,
    private readonly queue: SessionQueue,
    private readonly runner: InProcessRunner,
    private readonly leases: LeaseStore,
  ) {
    this.concurrency = config.workerConcurrency;
  }

  /**
   * From now on this process takes its part of everybody's sessions: so many at once, and with 0 it only hands them on.
   * A one-shot command does not start: it drives its own.
   */
  async start(concurrency: number): Promise<void> {
    this.concurrency = concurrency;
    await this.queue.open({ concurrency, drive: (sessionUuid) => this.runner.run(sessionUuid) });
    this.timer ??= setInterval(() => void this.sweep(), Math.max(250, this.config.leaseMs / 3)).unref();
    await this.sweep();
  }

  /** There may be something to do in this session. Returns at once; a session that needs nothing is left as it is. */
  dispatch(sessionUuid: string): void {
    void this.handOver(sessionUuid);
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    this.hasBacklog = false;
    // In this order: the queue hands out nothing more, and takes back what the runner cuts off.
    await Promise.all([this.queue.close(), this.runner.beforeApplicationShutdown()]);
  }

  private async handOver(sessionUuid: string): Promise<void> {
    if (await this.queue.add(sessionUuid)) return;
    if (this.room() === 0) {
      this.hasBacklog = true;
      return;
    }
    const outcome = await this.runner.run(sessionUuid);
    // Not after a failure: the next look would find the same session, and the one after that.
    if (this.hasBacklog && outcome !== 'failed') await this.sweep();
  }

  private room(): number {
    return Math.max(0, this.concurrency - this.runner.driving);
  }

  /** What is in the queue already stays there once. */
  private async sweep(): Promise<void> {
    const limit = this.queue.isUp ? SWEEP : Math.min(SWEEP, this.room());
    if (limit === 0 || this.isSweeping) return;
    this.isSweeping = true;
    try {
      const found = await this.leases.findAbandoned(limit, this.queue.isUp ? HAND_OVER_MS : 0);
      this.hasBacklog = found.length === limit && this.concurrency > 0;
      // Whoever looks may do so at the end of somebody's request, which has nothing to do with these.
      runApart(() => {
        for (const sessionUuid of found) this.dispatch(sessionUuid);
      });
    } catch (error) {
      this.log.warn(`looking for abandoned sessions: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      this.isSweeping = false;
    }
  }
}
