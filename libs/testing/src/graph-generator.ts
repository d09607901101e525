import type { GraphDefinition, GraphNode } from '@council/contracts';
import fc from 'fast-check';

/** A piece of a graph with one way in and one way out. */
type Piece =
  | {
      readonly kind: 'node';
      readonly type: 'agent' | 'llm' | 'tool' | 'memory_retrieval' | 'human_review';
      readonly isTolerated: boolean;
    }
  | { readonly kind: 'vote' }
  | { readonly kind: 'sequence'; readonly length: number }
  | { readonly kind: 'fan'; readonly branches: readonly Piece[]; readonly join: 'all' | 'any' | number }
  | {
      readonly kind: 'fork';
      readonly type: 'fact_check' | 'router' | 'vote';
      readonly branches: readonly [Piece, Piece];
    }
  | { readonly kind: 'chain'; readonly parts: readonly Piece[] }
  | { readonly kind: 'loop'; readonly body: Piece; readonly rounds: number; readonly isHead: boolean };

const { piece } = fc.letrec<{ piece: Piece }>((tie) => {
  const leaf: fc.Arbitrary<Piece> = fc.oneof(
    fc.record({
      kind: fc.constant('node' as const),
      type: fc.constantFrom('agent', 'agent', 'agent', 'llm', 'tool', 'memory_retrieval', 'human_review' as const),
      isTolerated: fc.boolean(),
    }),
    fc.constant({ kind: 'vote' as const }),
    fc.record({ kind: fc.constant('sequence' as const), length: fc.integer({ min: 1, max: 3 }) }),
  );
  const inner = tie('piece');
  return {
    piece: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      leaf,
      fc.record({
        kind: fc.constant('fan' as const),
        branches: fc.array(inner, { minLength: 2, maxLength: 4 }),
        join: fc.oneof(fc.constantFrom('all' as const, 'any' as const), fc.integer({ min: 1, max: 2 })),
      }),
      fc.record({
        kind: fc.constant('fork' as const),
        type: fc.constantFrom('fact_check' as const, 'router' as const, 'vote' as const),
        branches: fc.tuple(inner, inner),
      }),
      fc.record({ kind: fc.constant('chain' as const), parts: fc.array(inner, { minLength: 2, maxLength: 3 }) }),
      fc.record({
        kind: fc.constant('loop' as const),
        body: inner,
        rounds: fc.integer({ min: 1, max: 3 }),
        isHead: fc.boolean(),
      }),
    ),
  };
});

const AGENT = '00000000-0000-4000-8000-000000000000';

/** Builds nodes from behind: a piece is told where it leads, and says where it begins. */
class Builder {
  readonly nodes: GraphNode[] = [];
  private count = 0;

  add(type: string, next_ids: string[], properties: Record<string, unknown> = {}): string {
    this.count += 1;
    const node_id = `${type}_${this.count}`;
    this.nodes.push({ node_id, type, name: node_id, next_ids, properties });
    return node_id;
  }

  /** `join`: how the node at `next` treats what leads to it is its own affair. */
  build(part: Piece, next: string): string {
    switch (part.kind) {
      case 'node':
        return this.add(part.type, [next], propertiesOf(part.type, part.isTolerated));
      case 'vote':
        return this.add('vote', [next], { agent_uuids: [AGENT] });
      case 'sequence':
        return this.add('sequence', [next], {
          children: Array.from({ length: part.length }, () => this.add('agent', [], { agent_uuid: AGENT })),
        });
      case 'fan': {
        const join = typeof part.join === 'number' ? { quorum: part.join } : part.join;
        const meet = this.add('parallel', [next], { join });
        return this.add(
          'parallel',
          part.branches.map((branch) => this.build(branch, meet)),
        );
      }
      case 'fork': {
        const meet = this.add('parallel', [next], {});
        const ways = part.branches.map((branch) => this.build(branch, meet));
        return this.add(part.type, ways, forkProperties(part.type, ways));
      }
      case 'chain':
        return part.parts.reduceRight((after, inner) => this.build(inner, after), next);
      case 'loop': {
        const loop = this.add('loop', ['', next], { max_rounds: part.rounds });
        const first = this.build(part.body, loop);
        const node = this.nodes.find(({ node_id }) => node_id === loop);
        if (node !== undefined) node.next_ids[0] = first;
        return part.isHead ? loop : first;
      }
    }
  }
}

function propertiesOf(type: string, isTolerated: boolean): Record<string, unknown> {
  const on_error = isTolerated ? 'continue' : 'fail';
  switch (type) {
    case 'agent':
      return { agent_uuid: AGENT, on_error };
    case 'llm':
      return { prompt: 'What is missing?', on_error };
    case 'tool':
      return { tool: 'calculator', input: { expression: '1+1' }, on_error };
    default:
      return {};
  }
}

function forkProperties(type: string, ways: readonly string[]): Record<string, unknown> {
  if (type === 'vote') return { agent_uuids: [AGENT] };
  if (type !== 'router') return {};
  return { routes: [{ when: { field: 'score', operator: 'gte', value: 50 }, next_id: ways[0] }] };
}

/** Valid graphs of all kinds: nested fans, forks, loops of both forms, sequences, joins of all policies. */
export const generatedGraphs: fc.Arbitrary<GraphDefinition> = piece.map((part) => {
  const builder = new Builder();
  const end = builder.add('end', []);
  // What has begun is fed by somebody who speaks: voters and claims come from there.
  const speaker = builder.add('agent', [builder.build(part, end)], { agent_uuid: AGENT });
  const start = builder.add('start', [speaker]);
  return {
    workflow_uuid: '',
    name: 'generated',
    description: '',
    nodes: Object.fromEntries(builder.nodes.map((node) => [node.node_id, node])),
    start_node_id: start,
  };
});
