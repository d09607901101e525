import type { GraphNode, NewEvent } from '@council/contracts';

/** The way that a deciding node takes: two edges are [pass, fail]; with one, the result is only passed on. */
export function decided(node: GraphNode, hasPassed: boolean): readonly NewEvent[] {
  const [pass, fail] = node.next_ids;
  if (pass === undefined || fail === undefined) return [];
  const data = { next_ids: [hasPassed ? pass : fail], reason: hasPassed ? 'passed' : 'not passed' };
  return [{ event: 'route:taken', node_id: node.node_id, data }];
}
