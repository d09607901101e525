import type { Remark, RoomLog, Turn } from './room-log';

export type Row =
  | {
      readonly kind: 'turns';
      readonly key: string;
      readonly at: string;
      readonly round: number;
      /** The first of its round: where a heading goes. */
      readonly opensRound: boolean;
      readonly turns: readonly Turn[];
    }
  | { readonly kind: 'remark'; readonly key: string; readonly at: string; readonly remark: Remark };

const hasBegun = ({ text, thinking, trouble, tools }: Turn): boolean =>
  text !== '' || thinking !== '' || (trouble ?? '') !== '' || tools.length > 0;

function grouped(turns: readonly Turn[]): ReadonlyMap<string, Turn[]> {
  const groups = new Map<string, Turn[]>();
  for (const turn of turns) {
    if (!hasBegun(turn)) continue;
    const key = `${turn.round}-${turn.depth}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [turn]);
    else group.push(turn);
  }
  return groups;
}

/** Times are written alike, so that their letters are in their order. */
const byTime = (one: { readonly at: string }, other: { readonly at: string }): number =>
  one.at < other.at ? -1 : Number(one.at > other.at);

/** Those who speak at the same time share a row; what people say stands where they said it. */
export function rowsOf({ turns, remarks }: Pick<RoomLog, 'turns' | 'remarks'>): readonly Row[] {
  const spoken = [...grouped(turns)].map(([key, group]) => {
    const [first] = group;
    return { kind: 'turns' as const, key, at: first?.at ?? '', round: first?.round ?? 0, turns: group };
  });
  const said = remarks.map((remark) => ({ kind: 'remark' as const, key: remark.key, at: remark.at, remark }));
  let round = 0;
  return [...spoken, ...said].sort(byTime).map((row): Row => {
    if (row.kind === 'remark') return row;
    const opensRound = row.round !== round && row.round !== 0;
    round = row.round;
    return { ...row, opensRound };
  });
}
