import type { Ballot, ModelName, Tally } from '@council/contracts';
import { effectiveVotes } from './effective-votes.js';

export interface CastBallot {
  readonly ballot: Ballot;
  readonly model: ModelName;
}

export interface VoteRules {
  readonly scale: Tally['scale'];
  readonly question: string;
  /** Without them: more than half of yes and no, a mean of 6, more than half of the voters. */
  readonly threshold?: number;
  readonly quorum?: number;
}

/**
 * Counts ballots. Abstentions and errors are out of the ratio; without a valid ballot, or without its quorum, a vote has
 * not passed. A ballot of the other scale is an error.
 */
export function tallyVotes(cast: readonly CastBallot[], rules: VoteRules): Tally {
  const { scale, question } = rules;
  const threshold = rules.threshold ?? (scale === 'yes_no' ? 0.5 : 6);
  const quorum = rules.quorum ?? Math.floor(cast.length / 2) + 1;
  const valid = cast.filter(({ ballot }) => isValid(ballot, scale));
  const count = (choice: Ballot['choice']): number => valid.filter(({ ballot }) => ballot.choice === choice).length;
  const abstain = cast.filter(({ ballot }) => ballot.choice === 'abstain').length;
  const result = resultOf(valid, scale);
  const isQuorate = valid.length >= quorum;
  const isEnough = result !== null && (scale === 'yes_no' ? result > threshold : result >= threshold);
  return {
    scale,
    question,
    voters: cast.length,
    yes: count('yes'),
    no: count('no'),
    abstain,
    error: cast.length - valid.length - abstain,
    result: result === null ? null : Math.round(result * 1_000) / 1_000,
    threshold,
    quorum,
    is_quorate: isQuorate,
    passed: isQuorate && isEnough,
    effective_votes: effectiveVotes(valid.map(({ model }) => model)),
    is_one_model: valid.length > 1 && new Set(valid.map(({ model }) => `${model.provider}/${model.model}`)).size === 1,
  };
}

const isValid = ({ choice, score }: Ballot, scale: Tally['scale']): boolean =>
  scale === 'yes_no' ? choice === 'yes' || choice === 'no' : choice === 'scored' && typeof score === 'number';

function resultOf(valid: readonly CastBallot[], scale: Tally['scale']): number | null {
  if (valid.length === 0) return null;
  const sum = valid.reduce(
    (total, { ballot }) => total + (scale === 'yes_no' ? Number(ballot.choice === 'yes') : (ballot.score ?? 0)),
    0,
  );
  return sum / valid.length;
}
