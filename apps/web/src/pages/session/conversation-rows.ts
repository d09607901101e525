import type { Remark, RoomLog, Turn } from './room-log';

export type Row =
  | { readonly kind: 'turns'; readonly key: string; readonly round: number; readonly turns: readonly Turn[] }
  | { readonly kind: 'remark'; readonly key: string; readonly at: string; readonly remark: Remark };

const keyOf = (turn: Turn): string => `${turn.round}-${turn.depth}`;

function groupedBy(turns: readonly Turn[], key: (turn: Turn) => string): ReadonlyMap<string, readonly Turn[]> {
  const groups = new Map<string, Turn[]>();
  for (const turn of turns) groups.set(key(turn), [...(groups.get(key(turn)) ?? []), turn]);
  return groups;
}

/** Those who speak at the same time share a row; what people say stands where they said it. */
export function rowsOf({ turns, remarks }: Pick<RoomLog, 'turns' | 'remarks'>): readonly Row[] {
  const begun = turns.filter(
    ({ text, thinking, tools, trouble }) => text + thinking + (trouble ?? '') !== '' || tools.length > 0,
  );
  const groups = [...groupedBy(begun, keyOf)].map(([key, group]) => ({
    kind: 'turns' as const,
    key,
    round: group[0]?.round ?? 0,
    at: group[0]?.at ?? '',
    turns: group,
  }));
  const said = remarks.map((remark) => ({ kind: 'remark' as const, key: remark.key, at: remark.at, remark }));
  return [...groups, ...said].sort((one, other) => one.at.localeCompare(other.at));
}
