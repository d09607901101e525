import type { LogEvent, NewEvent, SessionStatus } from '@council/contracts';

/** The right to drive a session: held by one runner at a time, until `expires`. A lost lease cannot write. */
export interface Lease {
  readonly sessionUuid: string;
  readonly owner: string;
  readonly epoch: number;
}

/** How a runner leaves a session: nothing was due at `seq`, and nothing will be until `wakeAt` (null: until a new event). */
export interface Rest {
  readonly seq: number;
  readonly wakeAt: Date | null;
}

/** The append-only log of every session. */
export abstract class EventStore {
  /** Events with `seq > since`, in order. */
  abstract read(sessionUuid: string, since?: number, limit?: number): Promise<readonly LogEvent[]>;
  /** How far the logs of these sessions reach. */
  abstract lastSeqs(sessionUuids: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /**
   * Appends all or none, in one transaction with the projections. Returns the events with their place.
   * With a lease: throws `LeaseLost` when it is no longer the holder. Without (`null`): a command from outside.
   */
  abstract append(
    sessionUuid: string,
    lease: Lease | null,
    events: readonly NewEvent[],
    terms?: AppendTerms,
  ): Promise<readonly LogEvent[]>;
}

export interface AppendTerms {
  /** Nothing is written (and nothing returned) unless the session has one of these statuses at that moment. */
  readonly onlyIn?: readonly SessionStatus[];
  /** The `seq` that the log ended at when this was decided. `Overtaken` when it has grown: nothing was appended. */
  readonly after?: number;
}

/** The log has grown since this was decided, and nothing was appended. Read it and decide again. */
export class Overtaken extends Error {
  constructor(sessionUuid: string, after: number) {
    super(`the log of session ${sessionUuid} has grown beyond event ${after}`);
    this.name = 'Overtaken';
  }
}

/** A file's version was written by somebody else meanwhile: nothing was appended. Read the log and decide again. */
export class VersionTaken extends Error {
  constructor(options?: ErrorOptions) {
    super('another writer was faster: this version of the file exists', options);
    this.name = 'VersionTaken';
  }
}

/** A review has been decided, or was withdrawn: nothing was appended. */
export class DecisionTaken extends Error {
  constructor(readonly reviewUuid: string) {
    super(`review ${reviewUuid} is not open any more`);
    this.name = 'DecisionTaken';
  }
}

export abstract class LeaseStore {
  /** Null when somebody else holds it, or there is no such session. `ttlMs` counts on the database's clock. */
  abstract acquire(sessionUuid: string, owner: string, ttlMs: number): Promise<Lease | null>;
  /** False when it was lost. */
  abstract renew(lease: Lease, ttlMs: number): Promise<boolean>;
  /**
   * Gives the session back; with a `rest`, to nobody until something is due. False when its log has grown beyond that
   * rest: it is worth another look at once.
   */
  abstract release(lease: Lease, rest: Rest | null): Promise<boolean>;
  /**
   * Sessions before their end that nobody has driven for `forMs`, and that do not rest. Those that were left longest ago
   * come first.
   */
  abstract findAbandoned(limit: number, forMs?: number): Promise<readonly string[]>;
}

export class LeaseLost extends Error {
  constructor(readonly lease: Lease) {
    super(`the lease of session ${lease.sessionUuid} (epoch ${lease.epoch}) is held by another runner`);
    this.name = 'LeaseLost';
  }
}
