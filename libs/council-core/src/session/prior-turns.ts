import type { SessionCreated } from '@council/contracts';
import type { GraphPlan } from '../graph/graph-plan.js';
import { stanceOf } from '../nodes/stance.js';
import type { PriorTurn } from '../ports/chat-model.js';
import { resultText } from './result-text.js';
import { nodeState, seatState, type SessionState } from './state.js';

/**
 * What a node reads: the turns that lead to it and the results of nodes in between, in the order of the edges and
 * labelled with their seat. Who finished first leaves no trace in it; where a join went on without some, they are not
 * among them.
 */
export function priorTurns(
  state: SessionState,
  created: SessionCreated,
  plan: GraphPlan,
  nodeId: string,
): readonly PriorTurn[] {
  const prior = new Map<string, PriorTurn>();
  for (const from of upstream(state, plan, nodeId)) {
    const turn = spokenAt(state, created, from) ?? resultAt(state, created, from);
    if (turn !== null) prior.set(from, turn);
  }
  return [...prior.values()];
}

/** Node ids in the order of the edges; a walk ends at who speaks, and passes through the rest. */
export function upstream(state: SessionState, plan: GraphPlan, nodeId: string): readonly string[] {
  const seen = new Set<string>();
  const visit = (id: string): void => {
    const winners = state.joins[id]?.delivered;
    for (const { from, kind } of plan.incoming.get(id) ?? []) {
      const { route } = nodeState(state, from);
      const isTaken = kind === 'child' || route === null || route.includes(id);
      if (kind !== 'again' && isTaken && (winners === undefined || winners.includes(from)))
        meet(from, kind === 'child');
    }
  };
  const meet = (from: string, isParent: boolean): void => {
    if (seen.has(from)) return;
    if (nodeState(state, from).status !== 'completed' && !isParent) return;
    const last = isParent ? undefined : lastChild(state, plan, from);
    if (last !== undefined) {
      meet(last, false);
      return;
    }
    seen.add(from);
    if (seatState(state, from).turn === null) visit(from);
  };
  visit(nodeId);
  return [...seen];
}

/** A sequence has said what the last of its children said. */
const lastChild = (state: SessionState, plan: GraphPlan, id: string): string | undefined =>
  plan.children.get(id)?.findLast((child) => nodeState(state, child).status === 'completed');

function spokenAt(state: SessionState, { graph }: SessionCreated, id: string): PriorTurn | null {
  const { turn } = seatState(state, id);
  if (turn === null) return null;
  return { node_id: id, seat: turn.agentName, stance: stanceOf(graph, id), content: turn.content };
}

function resultAt(state: SessionState, created: SessionCreated, id: string): PriorTurn | null {
  const content = resultText(state, created, id);
  if (content === null) return null;
  const name = created.graph.nodes[id]?.name ?? '';
  return { node_id: id, seat: name === '' ? id : name, stance: 'other', content };
}
