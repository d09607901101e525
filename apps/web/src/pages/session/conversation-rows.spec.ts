import type { EventOf } from '@council/contracts';
import { expect, it } from '@jest/globals';
import { rowsOf } from './conversation-rows';
import type { Turn } from './room-log';

/** As a database keeps them: by their names. The edges lead to `pro` first. */
const seats = ['contra', 'pro', 'ruling'].map((node_id) => ({ node_id }));
const node = (...next_ids: string[]) => ({ next_ids });
const nodes = { contra: node('ruling'), pro: node('ruling'), ruling: node(), start: node('pro', 'contra') };
const created = { seats, graph: { start_node_id: 'start', nodes } } as unknown as EventOf<'session:created'>['data'];
const turn = (seatId: string, at: string, depth = 1): Turn =>
  ({ key: `${seatId}#1`, seatId, at, depth, round: 1, text: 'x', thinking: '', trouble: null, tools: [] }) as never;
const keysOf = (turns: readonly Turn[]) =>
  rowsOf({ turns, remarks: [], created }).map((row) => (row.kind === 'turns' ? row.turns.map(({ key }) => key) : []));

it('who speaks at the same time stands in the order of the seats, whoever is heard first', () => {
  const [pro, contra, judge] = [turn('pro', '10:02'), turn('contra', '10:01'), turn('ruling', '10:03', 2)];
  const wanted = [['pro#1', 'contra#1'], ['ruling#1']];
  expect(keysOf([pro, contra, judge])).toEqual(wanted);
  expect(keysOf([judge, contra, pro])).toEqual(wanted);
});
