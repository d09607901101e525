import { type Ballot, BallotBlock, type Language, ScoreBlock } from '@council/contracts';
import { readTyped, type TypedAnswer } from '../typed/typed-answer.js';

export const BALLOT_ANSWER: TypedAnswer<BallotBlock> = {
  name: 'ballot',
  description: 'Your ballot: yes, no or abstain, and the reason in a few sentences.',
  schema: BallotBlock,
  isAlone: true,
};

export const SCORE_ANSWER: TypedAnswer<ScoreBlock> = {
  name: 'score',
  description: 'Your score from 1 to 10, or null to abstain, and the reason in a few sentences.',
  schema: ScoreBlock,
  isAlone: true,
};

/** Reads a ballot, and fails closed: what cannot be read is `error`, whatever word stands in it. */
export function readBallot(answer: string): Ballot {
  const reading = readTyped(BALLOT_ANSWER, answer);
  if (reading.ok) return { ...reading.value, problem: null };
  return unreadable(reading.problem);
}

/** The same on a scale of 1 to 10. */
export function readScore(answer: string): Ballot {
  const reading = readTyped(SCORE_ANSWER, answer);
  if (!reading.ok) return unreadable(reading.problem);
  const { score, reason } = reading.value;
  return score === null
    ? { choice: 'abstain', reason, problem: null }
    : { choice: 'scored', score, reason, problem: null };
}

export const unreadable = (problem: string): Ballot => ({ choice: 'error', reason: '', problem });

const CHOICES: Readonly<Record<Language, Readonly<Record<BallotBlock['choice'], string>>>> = {
  en: { yes: 'Yes', no: 'No', abstain: 'Abstains' },
  zh: { yes: '赞成', no: '反对', abstain: '弃权' },
};

/** A ballot as people read it; one that cannot be read stays the words that were answered. */
export function ballotText({ choice, score, reason }: Ballot, answer: string, language: Language): string {
  if (choice === 'error') return answer;
  return choice === 'scored' ? `**${score ?? ''} / 10.** ${reason}` : `**${CHOICES[language][choice]}.** ${reason}`;
}
