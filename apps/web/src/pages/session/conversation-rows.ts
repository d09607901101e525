import { depthsOf } from './graph-depths';
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
  text !== '' || thinking !== '' || trouble !== null || tools.length > 0;

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

/** As the edges of the graph lead to them, and within a node as they sit there. */
function seatsInOrder({ graph, seats }: NonNullable<RoomLog['created']>): readonly string[] {
  const nodes = Object.keys(depthsOf(graph));
  return seats
    .toSorted((one, other) => nodes.indexOf(one.node_id) - nodes.indexOf(other.node_id))
    .map(({ node_id, seat_id }) => seat_id ?? node_id);
}

/**
 * Those who speak at the same time share a row, each in the place of its seat: who is heard first live need not be who has
 * ended first in the log. What people say stands where they said it.
 */
export function rowsOf({ turns, remarks, created }: Pick<RoomLog, 'turns' | 'remarks' | 'created'>): readonly Row[] {
  const seats = created === null ? [] : seatsInOrder(created);
  const placeOf = ({ seatId }: Turn): number => (seats.includes(seatId) ? seats.indexOf(seatId) : seats.length);
  const spoken = [...grouped(turns)].map(([key, group]) => {
    const [first] = group.toSorted(byTime);
    const seated = group.toSorted((one, other) => placeOf(one) - placeOf(other));
    return { kind: 'turns' as const, key, at: first?.at ?? '', round: first?.round ?? 0, turns: seated };
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
