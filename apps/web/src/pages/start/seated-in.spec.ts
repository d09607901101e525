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

  it('stands where the edges lead to them, whatever the order of the nodes', () => {
    const nodes = {
      alone: node('alone', { agent_uuid: 'Z' }),
      judge: node('judge', { agent_uuid: 'J' }),
      against: { ...node('against', { agent_uuid: 'B' }), next_ids: ['judge'] },
      for: { ...node('for', { agent_uuid: 'A' }), next_ids: ['judge'] },
      start: { ...node('start'), next_ids: ['for', 'against'] },
    };
    expect(seatedIn({ nodes, start_node_id: 'start' })).toEqual(['A', 'B', 'J', 'Z']);
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
