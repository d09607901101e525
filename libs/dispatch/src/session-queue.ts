import type { DriveOutcome } from './session-drive.js';

/** off: no queue is configured. */
export type QueueStatus = 'off' | 'connected' | 'disconnected';

/** What this process does with what is in the queue. */
export interface QueueWork {
  /** Sessions at once; 0: it only puts sessions in. */
  readonly concurrency: number;
  readonly drive: (sessionUuid: string) => Promise<DriveOutcome>;
}

/**
 * Where sessions wait for any process that has a hand free. An entry means "drive session X" and nothing else: whether
 * there is something to do says the log, and who may do it says the lease. So a lost entry costs time and a double one
 * nothing.
 */
export abstract class SessionQueue {
  abstract readonly isUp: boolean;
  abstract open(work: QueueWork): Promise<void>;
  /** False when it was not put in: somebody else has to see to the session. Never rejects, and never takes long. */
  abstract add(sessionUuid: string): Promise<boolean>;
  /** What happens to sessions while it cannot be reached, in a sentence. */
  abstract readonly meanwhile: string;
  /** Asked by the health check. Never rejects, and never takes long. */
  abstract status(): Promise<QueueStatus>;
  /** How many sessions wait in it; null: nobody can say. Never rejects, and never takes long. */
  abstract depth(): Promise<number | null>;
  /** Takes no more out; resolves when what was taken is done or given back. */
  abstract close(): Promise<void>;
}

/** Without Redis every session stays with the process that it came to. */
export class NoQueue extends SessionQueue {
  readonly isUp = false;
  readonly meanwhile = 'this server drives its sessions itself';
  async open(): Promise<void> {
    // There is nothing to open.
  }
  async add(): Promise<boolean> {
    return false;
  }
  async status(): Promise<QueueStatus> {
    return 'off';
  }
  async depth(): Promise<null> {
    return null;
  }
  async close(): Promise<void> {
    // Nothing is open.
  }
}
