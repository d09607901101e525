import { describe, expect, it } from '@jest/globals';
import { membersGraph } from './members-graph';

const ADA = { uuid: 'e3a90b57-6d14-4f2e-b8c1-07d52f9a6c38', name: 'Ada' };
const BEN = { uuid: '5f16eae4-f16d-5ab0-9e2b-2212f6f54ebc', name: 'Ben' };
const edges = (graph: ReturnType<typeof membersGraph>) =>
  Object.values(graph.nodes).map(({ node_id, next_ids }) => `${node_id} > ${(next_ids ?? []).join(' ')}`);

describe('the graph of a group', () => {
  it('lets the members speak apart and vote when all have spoken', () => {
    const graph = membersGraph('Board', [ADA, BEN], 'Vote');
    expect(edges(graph)).toEqual([
      'start > member_1 member_2',
      'member_1 > vote',
      'member_2 > vote',
      'vote > end',
      'end > ',
    ]);
    expect(graph.nodes['vote']?.properties).toEqual({ agent_uuids: [ADA.uuid, BEN.uuid] });
  });

  it('has no vote of one', () => {
    expect(edges(membersGraph('Board', [ADA], 'Vote'))).toEqual(['start > member_1', 'member_1 > end', 'end > ']);
  });
});
