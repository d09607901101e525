import type { SessionCreated } from '@council/contracts';
import type { GraphPlan } from '../graph/graph-plan.js';
import type { Facts } from '../nodes/conditions.js';
import { upstream } from './prior-turns.js';
import { resultText } from './result-text.js';
import { roundOf } from './rounds.js';
import { nodeState, seatState, type SessionState } from './state.js';

/** What is known where a node stands: of each field the value of the nearest node before it, in the order of the edges. */
export function factsBefore(state: SessionState, created: SessionCreated, plan: GraphPlan, nodeId: string): Facts {
  const before = ancestors(state, plan, nodeId);
  const round = roundOf(state, plan, nodeId);
  const facts = before
    .map((id) => factsOf(state, created, id))
    .reduceRight<Facts>((all, own) => ({ ...all, ...own }), {});
  return round === undefined ? facts : { ...facts, round };
}

/** The nearest first; who speaks does not end this walk. */
function ancestors(state: SessionState, plan: GraphPlan, nodeId: string): readonly string[] {
  const seen = new Set<string>();
  const queue = [nodeId];
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    for (const from of upstream(state, plan, id)) {
      if (seen.has(from)) continue;
      seen.add(from);
      queue.push(from);
    }
  }
  return [...seen];
}

function factsOf(state: SessionState, created: SessionCreated, id: string): Facts {
  const { result, verdict } = nodeState(state, id);
  const { turn } = seatState(state, id);
  const text = turn?.content ?? resultText(state, created, id);
  return {
    ...(verdict === null ? {} : { exit_recommendation: verdict.exit_recommendation }),
    ...(verdict?.weighted_total == null ? {} : { score: verdict.weighted_total }),
    ...(text === null ? {} : { text }),
    ...(result?.kind === 'tally' ? { 'vote.passed': result.tally.passed } : {}),
    ...(result?.kind === 'tally' && result.tally.result !== null ? { 'vote.result': result.tally.result } : {}),
    ...(result?.kind === 'facts' ? { 'fact_check.passed': result.check.passed } : {}),
    ...(result?.kind === 'facts' && result.check.share !== null ? { 'fact_check.share': result.check.share } : {}),
    ...(result?.kind === 'decision' ? { 'review.action': result.decision.action } : {}),
  };
}
