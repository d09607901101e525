import type { LoopDecided, NewEvent, ReviewDecided } from '@council/contracts';
import type { LoopPlan } from '../graph/graph-plan.js';
import { proposedVersion } from '../reviews/reviewed-document.js';
import { nodeState } from '../session/state.js';
import type { LoopContext } from './loop-context.js';

/**
 * Where the document under work goes at the end of a round. A person who was asked in this round has the last word, and
 * has had it: the review has moved the document. Without one, the loop takes proposals itself, goes back where the score
 * fell by more than 10, and leaves with the best version.
 */
export function documentMoves(
  context: LoopContext,
  loop: LoopPlan,
  decision: LoopDecided,
  person: ReviewDecided | null,
): readonly NewEvent[] {
  const { state, id } = context;
  if (state.document === null) return [];
  const { path } = state.document;
  const move = (version: number | null | undefined, reason: string): readonly NewEvent[] =>
    version == null || version === state.document?.version
      ? []
      : [{ event: 'document:moved', node_id: id, data: { path, version, by: 'loop', reason } }];
  if (person !== null) return person.action === 'exit' ? move(decision.best?.version, 'best_version') : [];
  if (isGated(context, loop)) return [];
  if (decision.decision === 'exit') return move(decision.best?.version, 'best_version');
  if (decision.is_regression) return move(previousVersion(context), 'regression');
  return move(proposedVersion(state, context.plan, id), 'proposal_taken');
}

/** The version that was judged in the round before. */
const previousVersion = ({ state, id }: LoopContext): number | null =>
  state.loops[id]?.decisions.at(-1)?.version ?? null;

const isGated = ({ state, created, plan }: LoopContext, { body }: LoopPlan): boolean =>
  plan.order.some(
    (id) =>
      body.has(id) && created.graph.nodes[id]?.type === 'human_review' && nodeState(state, id).status === 'completed',
  );
