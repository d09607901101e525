import type { LogEvent, NewEvent } from '@council/contracts';
import {
  type AppendTerms,
  EventStore,
  fold,
  type Lease,
  LeaseLost,
  Overtaken,
  plainEvents,
} from '@council/council-core';

/** The log in memory, with the same fencing and cleaning as the real one. */
export class MemoryEventStore extends EventStore {
  private readonly logs = new Map<string, LogEvent[]>();
  /** The epoch that may write; null lets every lease write. */
  epoch: number | null = null;

  /** Milliseconds at which the first event happens; each later one a second after the one before. */
  constructor(private readonly startsAt = 1_700_000_000_000) {
    super();
  }

  async read(sessionUuid: string, since = 0, limit = Number.POSITIVE_INFINITY): Promise<readonly LogEvent[]> {
    return (this.logs.get(sessionUuid) ?? []).filter((event) => event.seq > since).slice(0, limit);
  }

  async lastSeqs(sessionUuids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    return new Map(sessionUuids.map((sessionUuid) => [sessionUuid, this.logs.get(sessionUuid)?.length ?? 0]));
  }

  async append(
    sessionUuid: string,
    lease: Lease | null,
    events: readonly NewEvent[],
    { onlyIn, after }: AppendTerms = {},
  ): Promise<readonly LogEvent[]> {
    if (lease !== null && this.epoch !== null && lease.epoch !== this.epoch) throw new LeaseLost(lease);
    const log = this.logs.get(sessionUuid) ?? [];
    if (onlyIn !== undefined && !onlyIn.includes(fold(log).status)) return [];
    if (after !== undefined && after !== log.length) throw new Overtaken(sessionUuid, after);
    const written = plainEvents(events).map((event, index) => ({
      ...event,
      seq: log.length + index + 1,
      timestamp: new Date(this.startsAt + (log.length + index) * 1_000).toISOString(),
    }));
    this.logs.set(sessionUuid, [...log, ...written]);
    return written;
  }
}
