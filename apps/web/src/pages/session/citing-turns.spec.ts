import { describe, expect, it } from '@jest/globals';
import { citingTurns } from './citing-turns';
import type { Turn } from './room-log';

const reference = (first_line: number, last_line: number) =>
  ({ text: '', first_line, last_line, quote: null, state: 'exists' }) as const;
const turn = (key: string, name: string | null, ...references: ReturnType<typeof reference>[]): Turn =>
  ({ key, nodeId: `node of ${key}`, name, references }) as unknown as Turn;

describe('who cites a line', () => {
  it('is named once for each turn, in the order in which they spoke', () => {
    const lines = citingTurns([turn('a#1', 'A', reference(2, 3), reference(3, 3)), turn('b#1', null, reference(3, 3))]);
    expect([...lines.keys()]).toEqual([2, 3]);
    expect(lines.get(3)).toEqual([
      { key: 'a#1', name: 'A' },
      { key: 'b#1', name: 'node of b#1' },
    ]);
  });

  it('does not mark a whole document', () => {
    expect(citingTurns([turn('a#1', 'A', reference(1, 5_000))]).size).toBe(0);
    expect(citingTurns([turn('a#1', 'A', reference(9, 3))]).size).toBe(0);
  });
});
