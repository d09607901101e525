import type { LogEvent } from '@council/contracts';
import type { Steering } from './room-log';

/** What happened to the whole session because somebody wanted it so; the same list where nobody known by name did. */
export function withSteering(known: readonly Steering[], event: LogEvent): readonly Steering[] {
  const deed = deedOf(event.event);
  const person = 'person' in event.data ? event.data.person : undefined;
  if (deed === null || person === undefined) return known;
  return [...known, { key: String(event.seq), deed, by: person.name, at: event.timestamp }];
}

function deedOf(event: LogEvent['event']): Steering['deed'] | null {
  switch (event) {
    case 'execution:paused':
      return 'paused';
    case 'execution:resumed':
      return 'resumed';
    case 'control:stop':
      return 'stopped';
    case 'control:finish':
      return 'finish';
    case 'session:unlocked':
      return 'unlocked';
    case 'node:retried':
      return 'retried';
    default:
      return null;
  }
}
