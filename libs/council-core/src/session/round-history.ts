import type { GraphPlan } from '../graph/graph-plan.js';
import { RESULT_WORDS } from '../prompts/result-words.js';
import type { SessionState } from './state.js';
import { withoutBlock } from '../typed/typed-answer.js';

/** What a turn in a later round is told of the rounds before, and how it is to differ from them. */
export interface RoundHistory {
  readonly round: number;
  /** One line a round, oldest first. */
  readonly lines: readonly string[];
  readonly instruction: string | null;
}

/** Null: outside of loops, and in a first round. */
export function roundHistory(state: SessionState, plan: GraphPlan, nodeId: string): RoundHistory | null {
  const around = plan.loopsAround.get(nodeId)?.[0];
  const loop = around === undefined ? undefined : state.loops[around.id];
  const language = state.created?.language ?? 'en';
  if (around === undefined || loop === undefined || loop.round < 2) return null;
  const words = RESULT_WORDS[language];
  return {
    round: loop.round,
    lines: loop.decisions.map(({ round, score }) => words.round(round, score, verdictOf(state, around.id, round))),
    instruction: loop.instruction === 'another_angle' ? words.anotherAngle : null,
  };
}

/** The sentence with which the judge of a past round closed. */
const verdictOf = (state: SessionState, loopId: string, round: number): string =>
  pastVerdicts(state, loopId).findLast((past) => past.round === round)?.sentence ?? '';

export interface PastVerdict {
  readonly round: number;
  readonly score: number | null;
  readonly sentence: string;
  /** The whole of what the judge wrote. */
  readonly text: string;
}

/** Verdicts of a loop's past rounds, oldest first. */
export function pastVerdicts({ past }: SessionState, loopId: string): readonly PastVerdict[] {
  return past.flatMap(({ loop, verdict, turn }) =>
    loop?.id === loopId && verdict !== null
      ? [
          {
            round: loop.round,
            score: verdict.weighted_total,
            sentence: verdict.verdict,
            text: withoutBlock(turn.content),
          },
        ]
      : [],
  );
}
