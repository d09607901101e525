import { describe, expect, it } from '@jest/globals';
import { seatedIn, seatGroup } from './seated-in';

const node = (node_id: string, properties?: Record<string, unknown>) => ({ node_id, type: 'agent', properties });

describe('who sits in a graph', () => {
  it('is named once, under whichever name', () => {
    const nodes = {
      a: node('a', { agent_uuid: 'A', fallback_agent_uuid: 'F' }),
      b: node('b', { agent_id: 'B' }),
      c: node('c', { agent_uuids: ['A', 'C'] }),
      end: node('end'),
    };
    expect(seatedIn({ nodes, start_node_id: 'a' })).toEqual(['A', 'F', 'B', 'C']);
  });
});

describe('a group that takes its seats', () => {
  it.each([
    [['A', 'B', 'C'], ['B', 'X', 'Y', 'Z'], { A: 'X', C: 'Y' }],
    [['A', 'B'], ['X'], { A: 'X' }],
    [['A', 'B'], ['B', 'A'], {}],
    [['A'], [], {}],
  ])('%j by %j', (seated, group, members) => {
    expect(seatGroup(seated, group)).toEqual(members);
  });
});
