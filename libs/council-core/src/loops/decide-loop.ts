import type { LoopDecided, NewEvent, ReviewDecided } from '@council/contracts';
import type { LoopPlan } from '../graph/graph-plan.js';
import type { LoopContext } from './loop-context.js';
import { FIRST_ROUND, nodeState } from '../session/state.js';
import { documentMoves } from './document-moves.js';

/** A score that falls by more than this has made the document worse. */
const REGRESSION = 10;
/** Two rounds in a row that move the score by no more than this get nowhere. */
const STASIS = 2;

export interface LoopOutcome {
  readonly decision: LoopDecided;
  /** Where the document goes with it. */
  readonly moves: readonly NewEvent[];
}

/** What follows at the end of a round: a person's word first, then the limit, then the reasons to leave. */
export function decideLoop(context: LoopContext, loop: LoopPlan): LoopOutcome {
  const { state, id, properties } = context;
  const { round, decisions } = state.loops[id] ?? FIRST_ROUND;
  const person = personsWord(context, loop);
  const score = scoreOf(context, loop);
  const version = judgedVersion(context);
  const before = decisions.at(-1)?.score ?? null;
  const delta = score === null || before === null ? null : Math.round((score - before) * 100) / 100;
  const why = reasonToLeave(context, loop, person, round, score);
  const decision: LoopDecided = {
    round,
    max_rounds: properties.max_rounds,
    decision: why === null ? 'continue' : 'exit',
    reason: why ?? (person?.action === 'continue' || person?.action === 'rollback' ? 'person' : 'goes_on'),
    score,
    delta,
    version,
    best: bestOf(decisions.at(-1)?.best ?? null, round, score, version),
    is_regression: delta !== null && delta < -REGRESSION,
    instruction: why === null && isStasis(delta, decisions) ? 'another_angle' : null,
  };
  return { decision, moves: documentMoves(context, loop, decision, person) };
}

function reasonToLeave(
  context: LoopContext,
  loop: LoopPlan,
  person: ReviewDecided | null,
  round: number,
  score: number | null,
): LoopDecided['reason'] | null {
  const { max_rounds, exit_on_score, exit_on_recommendation, exit_on_consensus } = context.properties;
  if (person?.action === 'apply' || person?.action === 'exit') return 'person';
  if (round >= max_rounds) return 'max_rounds';
  if (person?.action === 'continue' || person?.action === 'rollback') return null;
  if (exit_on_score !== undefined && score !== null && isJudged(context, loop) && score >= exit_on_score)
    return 'score';
  if (exit_on_recommendation && verdictOf(context, loop)?.exit_recommendation === true) return 'recommendation';
  return exit_on_consensus && hasConsensus(context, loop) ? 'consensus' : null;
}

/** The last node of the body, in the graph's order, that has this to say in the round that ends. */
function lastOf<Value>(
  { state, plan }: LoopContext,
  { body }: LoopPlan,
  read: (id: string) => Value | null,
): Value | null {
  const found = plan.order.filter((id) => body.has(id) && nodeState(state, id).status === 'completed').map(read);
  return found.findLast((value) => value !== null) ?? null;
}

const verdictOf = (context: LoopContext, loop: LoopPlan) =>
  lastOf(context, loop, (id) => nodeState(context.state, id).verdict);

const scoreOf = (context: LoopContext, loop: LoopPlan): number | null =>
  verdictOf(context, loop)?.weighted_total ?? null;

/** A balance of quoted sentences is no judgement: nothing may leave a loop on it. */
const isJudged = (context: LoopContext, loop: LoopPlan): boolean => verdictOf(context, loop)?.kind === 'judged';

const personsWord = (context: LoopContext, loop: LoopPlan): ReviewDecided | null =>
  lastOf(context, loop, (id) => {
    const { result } = nodeState(context.state, id);
    return result?.kind === 'decision' ? result.decision : null;
  });

function hasConsensus(context: LoopContext, loop: LoopPlan): boolean {
  const tally = lastOf(context, loop, (id) => {
    const { result } = nodeState(context.state, id);
    return result?.kind === 'tally' ? result.tally : null;
  });
  return tally !== null && tally.passed && tally.no === 0 && tally.error === 0;
}

/** The version with which the round began is the one that was judged in it. */
function judgedVersion({ state, id }: LoopContext): number | null {
  const loop = state.loops[id];
  if (loop !== undefined) return loop.version;
  return state.document === null ? null : 1;
}

function bestOf(
  best: LoopDecided['best'],
  round: number,
  score: number | null,
  version: number | null,
): LoopDecided['best'] {
  if (score === null || (best !== null && best.score >= score)) return best;
  return { round, score, version };
}

/** This round and the one before it. */
function isStasis(delta: number | null, decisions: readonly LoopDecided[]): boolean {
  const last = decisions.at(-1)?.delta ?? null;
  return delta !== null && last !== null && Math.abs(delta) <= STASIS && Math.abs(last) <= STASIS;
}
