import type { Schemas } from '@/api/client';

type Entry = Pick<Schemas['SessionTimeline']['items'][number], 'seq' | 'kind' | 'title' | 'round'>;

interface ForkPlace {
  readonly value: string;
  /** Null: from where it stands. */
  readonly seq: number | null;
  /** A key of `sessions:fork.place`. */
  readonly kind: 'start' | 'now' | 'turn' | 'turnOfRound' | 'decision';
  readonly name: string;
  readonly round: number;
}

/** From where a session can be held again: its beginning, after each turn and decision, and where it stands. */
export function forkPlaces(entries: readonly Entry[], isOver: boolean): readonly ForkPlace[] {
  const after = entries.flatMap(({ seq, kind, title: name, round }): ForkPlace[] => {
    if (kind === 'turn') {
      return [{ value: `${seq}`, seq, kind: round === null ? 'turn' : 'turnOfRound', name, round: round ?? 0 }];
    }
    if (kind === 'review_decided') return [{ value: `${seq}`, seq, kind: 'decision', name, round: round ?? 0 }];
    return [];
  });
  const place = (value: 'start' | 'now', seq: number | null): ForkPlace => ({
    ...{ value, kind: value, seq },
    ...{ name: '', round: 0 },
  });
  // Behind the last turn of one that is over, nothing is left to be said.
  return isOver ? [place('start', 1), ...after.slice(0, -1)] : [place('now', null), place('start', 1), ...after];
}
