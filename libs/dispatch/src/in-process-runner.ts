import { hostname } from 'node:os';
import { AppConfig } from '@council/config';
import { type Lease, LeaseLost, LeaseStore } from '@council/council-core';
import { newUuid } from '@council/kernel';
import { BeforeApplicationShutdown, Injectable, Logger, OnApplicationBootstrap } from '@nestjs/common';
import { DriverPorts } from './driver-ports.js';
import { SessionDriver } from './session-driver.js';

interface Drive {
  readonly driver: SessionDriver | null;
  readonly abort: AbortController;
  readonly done: Promise<void>;
}

/**
 * Runs sessions in this process. Takes a session's lease before it drives it and renews it while it does; takes up
 * sessions that another process left behind. Shutting down hands the leases back, so that nobody waits for them.
 */
@Injectable()
export class InProcessRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(InProcessRunner.name);
  private readonly owner = `${hostname().slice(0, 64)}:${process.pid}:${newUuid().slice(0, 8)}`;
  private readonly drives = new Map<string, Drive>();
  private sweeper: NodeJS.Timeout | null = null;
  private isStopping = false;

  constructor(
    private readonly config: AppConfig,
    private readonly leases: LeaseStore,
    private readonly ports: DriverPorts,
  ) {}

  onApplicationBootstrap(): void {
    this.ports.live.onEvents((sessionUuid, events) => {
      this.drives.get(sessionUuid)?.driver?.notice(events.at(-1)?.seq);
    });
  }

  /** Looks for abandoned sessions now and then. A one-shot command does not: it drives its own session only. */
  async startSweeping(): Promise<void> {
    this.sweeper ??= setInterval(() => void this.sweep(), Math.max(250, this.config.leaseMs / 3)).unref();
    await this.sweep();
  }

  /** Drives a session until nothing is due. Does nothing when it is driven already, here or elsewhere. */
  run(sessionUuid: string): Promise<void> {
    const present = this.drives.get(sessionUuid);
    if (present !== undefined || this.isStopping) return present?.done ?? Promise.resolve();
    const abort = new AbortController();
    const done = this.driveOnce(sessionUuid, abort)
      .catch((error: unknown) => {
        this.log.error(`session ${sessionUuid}: ${describe(error)}`);
      })
      .finally(() => this.drives.delete(sessionUuid));
    this.drives.set(sessionUuid, { driver: null, abort, done });
    return done;
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    if (this.sweeper !== null) clearInterval(this.sweeper);
    for (const { abort } of this.drives.values()) abort.abort();
    await Promise.allSettled([...this.drives.values()].map(({ done }) => done));
  }

  private async driveOnce(sessionUuid: string, abort: AbortController): Promise<void> {
    const lease = await this.leases.acquire(sessionUuid, this.owner, this.config.leaseMs);
    if (lease === null) return;
    const driver = new SessionDriver(lease, this.ports, abort.signal);
    const drive = this.drives.get(sessionUuid);
    if (drive !== undefined) this.drives.set(sessionUuid, { ...drive, driver });
    const heartbeat = setInterval(() => void this.beat(lease, driver, abort), this.config.leaseMs / 3);
    try {
      await driver.drive();
    } catch (error) {
      if (!(error instanceof LeaseLost)) throw error;
      this.log.warn(error.message);
    } finally {
      clearInterval(heartbeat);
      await this.leases.release(lease);
    }
  }

  private async beat(lease: Lease, driver: SessionDriver, abort: AbortController): Promise<void> {
    try {
      if (await this.leases.renew(lease, this.config.leaseMs)) driver.notice();
      else abort.abort();
    } catch (error) {
      this.log.warn(`session ${lease.sessionUuid}: the lease could not be renewed: ${describe(error)}`);
    }
  }

  private async sweep(): Promise<void> {
    try {
      for (const sessionUuid of await this.leases.findAbandoned(50)) void this.run(sessionUuid);
    } catch (error) {
      this.log.warn(`looking for abandoned sessions: ${describe(error)}`);
    }
  }
}

const describe = (error: unknown): string => (error instanceof Error ? error.message : String(error));
