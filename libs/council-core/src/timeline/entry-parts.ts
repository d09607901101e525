import type { EventName, EventOf, LogEvent, SessionCreated, TimelineEntry } from '@council/contracts';
import type { TurnTally } from './turn-tallies.js';

/** What the events before it say of an event. */
export interface Context {
  readonly created: SessionCreated | null;
  readonly startedAt: string | null;
  readonly isInherited: boolean;
  readonly tallies: ReadonlyMap<string, TurnTally>;
}

export type EntryPart = Pick<TimelineEntry, 'kind' | 'title'> & Partial<TimelineEntry>;
export type Read<Name extends EventName> = (
  event: EventOf<Name> & Pick<LogEvent, 'timestamp'>,
  context: Context,
) => EntryPart | null;

const DETAIL_CHARACTERS = 280;

/** A machine's block at an answer's end says nothing to people, and lines are no matter here. */
export function excerpt(text: string): string {
  const plain = text
    .replaceAll(/```[\s\S]*?(```|$)/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return plain.length <= DETAIL_CHARACTERS ? plain : `${plain.slice(0, DETAIL_CHARACTERS - 1).toWellFormed()}…`;
}

export function nameOf({ created }: Context, nodeId = ''): string {
  const seat = created?.seats.find(({ node_id, seat_id }) => node_id === nodeId && seat_id === undefined)?.name;
  const node = created?.graph.nodes[nodeId]?.name;
  return [seat, node].find((name) => name !== undefined && name !== '') ?? nodeId;
}

export const titleOf = ({ created }: Context): string => created?.title ?? '';
export const since = (from: string | null | undefined, to: string): number | null =>
  from == null ? null : Math.max(0, Date.parse(to) - Date.parse(from));
