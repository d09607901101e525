import { GraphDefinition } from '@council/contracts';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { graphOf } from '@council/testing';
import { readGraph } from './read-graph.js';
import { validateGraph } from './validate-graph.js';

const GRAPH = graphOf({ start: ['start', 'affirmative'], affirmative: ['agent', 'end'], end: ['end'] });
const broken = (nodes: Readonly<Record<string, unknown>>): Record<string, unknown> => ({
  ...GRAPH,
  nodes: { ...GRAPH.nodes, ...nodes },
});

describe('readGraph', () => {
  it('gives a graph of the right form as it is', () => {
    expect(readGraph(GRAPH)).toEqual({ graph: GRAPH, issues: [] });
  });

  it('names what has the wrong form, with its node, and keeps the rest', () => {
    const { graph, issues } = readGraph(
      broken({ end: { node_id: 'end', type: 'end', name: 5, next_ids: ['start', 7], properties: { a: 1 } } }),
    );
    expect(issues.map(({ path, code, node_id }) => [path, code, node_id])).toEqual([
      ['nodes.end.name', 'GRAPH.FORM', 'end'],
      ['nodes.end.next_ids.1', 'GRAPH.FORM', 'end'],
    ]);
    expect(graph.nodes['end']).toEqual({ node_id: 'end', type: 'end', name: '', next_ids: [], properties: { a: 1 } });
    expect(graph.nodes['affirmative']).toEqual(GRAPH.nodes['affirmative']);
  });

  it('finds no node that nobody has written', () => {
    const { graph, issues } = readGraph(broken({ end: { node_id: 'end', type: 'end', next_ids: ['toString'] } }));
    expect(issues.map(({ path }) => path)).toEqual(['nodes.end.next_ids.0']);
    expect(validateGraph(graph).map(({ code }) => code)).toContain('GRAPH.DANGLING_EDGE');
  });

  it.each([{}, { nodes: [] }, { nodes: { a: null } }, { nodes: { a: 'x' }, start_node_id: [] }])(
    'makes of %j something that can be validated',
    (value) => {
      const { graph, issues } = readGraph(value);
      expect(issues.length).toBeGreaterThan(0);
      expect(validateGraph(graph).length).toBeGreaterThan(0);
    },
  );

  it('and the rules never stumble, whatever was written', () => {
    const part = fc.oneof(
      fc.anything(),
      fc.constantFrom('start', 'end', 'constructor', '__proto__', 'agent', 'loop', 'vote'),
      fc.array(fc.constantFrom('start', 'end', 'a', 'toString')),
    );
    const node = fc.record({ node_id: part, type: part, name: part, next_ids: part, properties: part });
    const nodes = fc.dictionary(fc.constantFrom('start', 'end', 'a', 'constructor'), fc.oneof(node, part));
    fc.assert(
      fc.property(fc.record({ nodes: fc.oneof(nodes, part), start_node_id: part }), (value) => {
        const { graph, issues } = readGraph(value);
        expect(issues.length === 0).toBe(GraphDefinition.safeParse(value).success);
        expect(validateGraph(graph)).toBeInstanceOf(Array);
      }),
      { numRuns: 500, seed: 11 },
    );
  });
});
