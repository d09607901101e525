import type { LogEvent, SessionCreated, TimelineEntry } from '@council/contracts';
import { readEntry } from './timeline-entries.js';
import { turnTallies } from './turn-tallies.js';

/** What happened in a session, for people, read from its log alone. An event that says nothing to them has no entry. */
export function timelineOf(events: readonly LogEvent[]): readonly TimelineEntry[] {
  const tallies = turnTallies(events);
  const inheritedTo = events.findLast((event) => event.event === 'session:forked')?.seq ?? 0;
  let created: SessionCreated | null = null;
  let startedAt: string | null = null;
  const rounds = new Map<string | undefined, number>();
  const items: TimelineEntry[] = [];
  for (const event of events) {
    if (event.event === 'session:created') created = event.data;
    if (event.event === 'execution:started') startedAt = event.timestamp;
    if (event.event === 'node_state_change' && event.data.round !== undefined) {
      rounds.set(event.node_id, event.data.round);
    }
    const isInherited = event.seq > 1 && event.seq < inheritedTo;
    const entry = readEntry(event, { created, startedAt, isInherited, tallies });
    if (entry === null) continue;
    const place = { seq: event.seq, at: event.timestamp, node_id: event.node_id ?? null, is_inherited: isInherited };
    const round = rounds.get(event.node_id) ?? null;
    items.push({ ...NOTHING, ...place, round, ...entry });
  }
  return items;
}

const NOTHING = { detail: null, data: {}, duration_ms: null, tokens: null, cost_usd: null };
