import { DEBATE, graphOf } from '@council/testing';
import { describe, expect, it } from '@jest/globals';
import { validateGraph } from './validate-graph.js';

const codes = (graph: Parameters<typeof validateGraph>[0]) =>
  validateGraph(graph).map(({ code, node_id }) => (node_id === undefined ? code : `${code} ${node_id}`));

describe('validateGraph', () => {
  it('accepts the debate', () => {
    expect(codes(DEBATE)).toEqual([]);
  });

  it.each([
    ['a dangling edge', graphOf({ start: ['start', 'end', 'ghost'], end: ['end'] }), ['GRAPH.DANGLING_EDGE start']],
    [
      'an unreachable node',
      graphOf({ start: ['start', 'end'], end: ['end'], lost: ['end'] }),
      ['GRAPH.UNREACHABLE lost'],
    ],
    [
      'an unknown kind',
      graphOf({ start: ['start', 'x'], x: ['oracle', 'end'], end: ['end'] }),
      ['GRAPH.KIND_UNKNOWN x'],
    ],
    [
      'a cycle without a loop',
      graphOf({ start: ['start', 'a'], a: ['agent', 'b'], b: ['agent', 'a', 'end'], end: ['end'] }),
      ['GRAPH.CYCLE a'],
    ],
    ['no end', graphOf({ start: ['start', 'a'], a: ['agent'] }), ['GRAPH.END_MISSING']],
    ['an edge out of end', graphOf({ start: ['start', 'end'], end: ['end', 'a'], a: ['agent'] }), ['GRAPH.EXITS end']],
    ['the same edge twice', graphOf({ start: ['start', 'end', 'end'], end: ['end'] }), ['GRAPH.EDGE_TWICE start']],
    [
      'a property that would do nothing',
      graphOf({ start: ['start', 'end'], end: ['end'] }, { end: { colour: 'red' } }),
      ['GRAPH.PROPERTY end'],
    ],
    [
      'an agent node without an agent',
      graphOf({ start: ['start', 'a'], a: ['agent', 'end'], end: ['end'] }, { a: {} }),
      ['GRAPH.PROPERTY a'],
    ],
  ])('names %s', (_name, graph, expected) => {
    expect(codes(graph)).toEqual(expected);
  });

  it('names a missing start and a start of another kind', () => {
    expect(codes({ ...DEBATE, start_node_id: 'nowhere' })).toContain('GRAPH.START_MISSING');
    expect(codes({ ...DEBATE, start_node_id: 'end' })).toContain('GRAPH.START_KIND end');
  });

  it('names a key that holds another node', () => {
    const { start, ...nodes } = DEBATE.nodes;
    if (start === undefined) throw new Error('the debate has a start');
    expect(codes({ ...DEBATE, nodes: { ...nodes, start: { ...start, node_id: 'begin' } } })).toContain(
      'GRAPH.ID_MISMATCH start',
    );
  });
});
