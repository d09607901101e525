import type { ReviewedDocument } from '@council/contracts';
import { versionsOf } from '../files/session-files.js';
import type { GraphPlan } from '../graph/graph-plan.js';
import type { SessionState } from '../session/state.js';

/** The latest proposal that was written since the round began, or since the last one was taken; null: there is none. */
export function proposedVersion(state: SessionState, plan: GraphPlan, nodeId: string): number | null {
  const { document } = state;
  if (document === null) return null;
  const since = Math.max(roundBegan(state, plan, nodeId), document.version);
  const proposed = versionsOf(state.files, document.path).filter(
    ({ is_proposed, version }) => is_proposed === true && version > since,
  );
  return proposed.at(-1)?.version ?? null;
}

/** How many versions there were when the round around this node began; a loop's own round for a loop. */
function roundBegan(state: SessionState, plan: GraphPlan, nodeId: string): number {
  const loop = plan.loopsAround.get(nodeId)?.[0] ?? plan.loops.get(nodeId);
  return loop === undefined ? 0 : (state.loops[loop.id]?.versions ?? 0);
}

/** What a person is shown of the document, and what the decision will do to it. */
export function reviewedDocument(state: SessionState, plan: GraphPlan, nodeId: string): ReviewedDocument | null {
  const { document } = state;
  if (document === null) return null;
  const loop = plan.loopsAround.get(nodeId)?.[0];
  const before = loop === undefined ? 1 : (state.loops[loop.id]?.version ?? 1);
  return {
    path: document.path,
    current: document.version,
    proposed: proposedVersion(state, plan, nodeId),
    before_round: before,
  };
}
