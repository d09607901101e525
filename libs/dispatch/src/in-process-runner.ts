import { hostname } from 'node:os';
import { AppConfig } from '@council/config';
import { LeaseStore } from '@council/council-core';
import { newUuid } from '@council/kernel';
import { beginSpan, runIn, workOfSession } from '@council/telemetry';
import { BeforeApplicationShutdown, Injectable, OnApplicationBootstrap } from '@nestjs/common';
import { DriverPorts } from './driver-ports.js';
import { type DriveMeans, type DriveOutcome, SessionDrive } from './session-drive.js';

/** The sessions that this process drives. Shutting down hands their leases back, so that nobody waits for them. */
@Injectable()
export class InProcessRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly drives = new Map<string, SessionDrive>();
  private readonly means: DriveMeans;
  private isStopping = false;

  constructor(
    { leaseMs }: AppConfig,
    leases: LeaseStore,
    private readonly ports: DriverPorts,
  ) {
    const owner = `${hostname().slice(0, 64)}:${process.pid}:${newUuid().slice(0, 8)}`;
    this.means = { owner, leaseMs, leases, ports };
  }

  onApplicationBootstrap(): void {
    const notice = (sessionUuid: string, seq: number): void => this.drives.get(sessionUuid)?.notice(seq);
    this.ports.live.onGrown(notice);
    this.ports.live.onEvents((sessionUuid, events) => {
      notice(sessionUuid, events.at(-1)?.seq ?? 0);
    });
  }

  get driving(): number {
    return this.drives.size;
  }

  /** Drives a session until nothing is due. Does nothing when it is driven already, here or elsewhere. */
  run(sessionUuid: string): Promise<DriveOutcome> {
    const present = this.drives.get(sessionUuid);
    if (present !== undefined) return present.done;
    if (this.isStopping) return Promise.resolve('interrupted');
    const unfollow = this.ports.live.follow(sessionUuid);
    const span = beginSpan('drive session', 'internal', { 'council.session': sessionUuid }, workOfSession(sessionUuid));
    const drive = runIn(span.context, () => new SessionDrive(sessionUuid, this.means));
    void drive.done.then((outcome) => {
      span.end({ 'council.outcome': outcome }, outcome === 'failed' ? outcome : null);
    });
    this.drives.set(sessionUuid, drive);
    return drive.done.finally(() => {
      this.drives.delete(sessionUuid);
      unfollow();
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    for (const drive of this.drives.values()) drive.stop();
    await Promise.all([...this.drives.values()].map(({ done }) => done));
  }
}
