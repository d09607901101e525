import type { Report, SessionCreated } from '@council/contracts';
import { nodeState, type SessionState } from '../session/state.js';

/** What the nodes that do not speak have found, in the graph's order: of each the last time it ran. */
export function resultsOf(
  state: SessionState,
  { graph }: SessionCreated,
  order: readonly string[],
): Pick<Report, 'votes' | 'fact_checks' | 'decisions'> {
  const named = order.map((id) => {
    const name = graph.nodes[id]?.name ?? '';
    return { node_id: id, name: name === '' ? id : name, result: nodeState(state, id).result };
  });
  return {
    votes: named.flatMap(({ result, ...node }) => (result?.kind === 'tally' ? [{ ...node, ...result.tally }] : [])),
    fact_checks: named.flatMap(({ result, ...node }) =>
      result?.kind === 'facts' ? [{ ...node, ...result.check }] : [],
    ),
    decisions: named.flatMap(({ result, ...node }) => {
      if (result?.kind !== 'decision') return [];
      const { action, data, by, is_automatic } = result.decision;
      return [{ ...node, action, by, is_automatic, comment: data.comment ?? '' }];
    }),
  };
}
