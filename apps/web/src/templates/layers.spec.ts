import { describe, expect, it } from '@jest/globals';
import { layOut } from './layers';

const node = (node_id: string, type: string, next_ids: string[]) => ({ node_id, type, name: '', next_ids });
const graph = {
  workflow_uuid: '',
  name: '',
  description: '',
  start_node_id: 's',
  nodes: {
    s: node('s', 'start', ['a', 'b']),
    a: node('a', 'agent', ['l']),
    b: node('b', 'agent', ['l']),
    l: node('l', 'loop', ['s', 'e', 'gone']),
    e: node('e', 'end', []),
  },
};

describe('the picture of a graph', () => {
  it('goes from left to right, side by side what is parallel, and ends with a loop in it', () => {
    const { nodes, columns, rows } = layOut(graph);
    expect(nodes.map(({ id, column, offset }) => [id, column, offset])).toEqual([
      ['s', 0, 0],
      ['a', 1, -0.5],
      ['b', 1, 0.5],
      ['l', 2, 0],
      ['e', 3, 0],
    ]);
    expect([columns, rows]).toEqual([4, 2]);
  });

  it('draws the way back, and no edge into nothing', () => {
    const edges = layOut(graph).edges.map(([from, to]) => `${from.id}>${to.id}`);
    expect(edges).toEqual(['s>a', 's>b', 'a>l', 'b>l', 'l>s', 'l>e']);
  });
});
