import {
  type Lease,
  LeaseLost,
  type LeaseStore,
  nextWakeAt,
  type Rest,
  type SessionState,
} from '@council/council-core';
import { Logger } from '@nestjs/common';
import type { DriverPorts } from './driver-ports.js';
import { SessionDriver } from './session-driver.js';

/**
 * rested: nothing is due. held: somebody else has the lease, or took it. interrupted: this process is shutting down.
 * failed: the log has the reason; whoever looks for abandoned sessions tries again.
 */
export type DriveOutcome = 'rested' | 'held' | 'interrupted' | 'failed';

export interface DriveMeans {
  readonly owner: string;
  readonly leaseMs: number;
  readonly leases: LeaseStore;
  readonly ports: DriverPorts;
}

/** One session in the hands of this process: driven under its lease, and once more when its log grew while it was laid down. */
export class SessionDrive {
  readonly done: Promise<DriveOutcome>;
  private readonly log = new Logger('session');
  private readonly abort = new AbortController();
  private driver: SessionDriver | null = null;
  private heardOf = 0;
  private isStopped = false;

  constructor(
    private readonly sessionUuid: string,
    private readonly means: DriveMeans,
  ) {
    this.done = this.drive().catch((error: unknown) => {
      this.log.error(`session ${sessionUuid}: ${describe(error)}`);
      return 'failed';
    });
  }

  /** The log is known to reach `seq`. */
  notice(seq: number): void {
    this.heardOf = Math.max(this.heardOf, seq);
    this.driver?.notice(seq);
  }

  /** What is being spoken is cut off; the lease is handed back. */
  stop(): void {
    this.isStopped = true;
    this.abort.abort();
  }

  private async drive(): Promise<DriveOutcome> {
    const { leases, owner, leaseMs } = this.means;
    for (;;) {
      const lease = await leases.acquire(this.sessionUuid, owner, leaseMs);
      if (lease === null) return 'held';
      const rest = await this.hold(lease);
      if (rest === null) return this.isStopped ? 'interrupted' : 'held';
      if (rest.isLast) return 'rested';
    }
  }

  /** Null when the session was not driven to its rest. */
  private async hold(lease: Lease): Promise<{ readonly isLast: boolean } | null> {
    const driver = new SessionDriver(lease, this.means.ports, this.abort.signal);
    this.driver = driver;
    const heartbeat = setInterval(() => void this.beat(lease, driver), this.means.leaseMs / 3);
    let rest: Rest | null = null;
    try {
      const state = await driver.drive();
      if (!this.abort.signal.aborted) rest = restOf(state);
    } catch (error) {
      if (!(error instanceof LeaseLost)) throw error;
      this.log.warn(error.message);
    } finally {
      clearInterval(heartbeat);
      this.driver = null;
      // Also after a failure: whoever tries next need not wait until the lease ends.
      if (rest === null) await this.means.leases.release(lease, null);
    }
    if (rest === null) return null;
    const isCovered = await this.means.leases.release(lease, rest);
    return { isLast: isCovered && this.heardOf <= rest.seq };
  }

  private async beat(lease: Lease, driver: SessionDriver): Promise<void> {
    try {
      if (await this.means.leases.renew(lease, this.means.leaseMs)) {
        driver.notice();
        return;
      }
      this.log.warn(new LeaseLost(lease).message);
      this.abort.abort();
    } catch (error) {
      this.log.warn(`session ${lease.sessionUuid}: the lease could not be renewed: ${describe(error)}`);
    }
  }
}

function restOf(state: SessionState): Rest {
  const wakeAt = nextWakeAt(state);
  return { seq: state.lastSeq, wakeAt: wakeAt === null ? null : new Date(wakeAt) };
}

const describe = (error: unknown): string => (error instanceof Error ? error.message : String(error));
