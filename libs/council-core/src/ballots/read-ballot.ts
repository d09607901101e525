import { type Ballot, BallotBlock, type Language } from '@council/contracts';
import { readTyped, type TypedAnswer } from '../typed/typed-answer.js';

export const BALLOT_ANSWER: TypedAnswer<BallotBlock> = {
  name: 'ballot',
  description: 'Your ballot: yes, no or abstain, and the reason in a few sentences.',
  schema: BallotBlock,
};

/** Reads a ballot, and fails closed: what cannot be read is `error`, whatever word stands in it. */
export function readBallot(answer: string): Ballot {
  const reading = readTyped(BALLOT_ANSWER, answer);
  if (reading.ok) return { ...reading.value, problem: null };
  return { choice: 'error', reason: '', problem: reading.problem };
}

const CHOICES: Readonly<Record<Language, Readonly<Record<BallotBlock['choice'], string>>>> = {
  en: { yes: 'Yes', no: 'No', abstain: 'Abstains' },
  zh: { yes: '赞成', no: '反对', abstain: '弃权' },
};

/** A ballot as people read it; one that cannot be read stays the words that were answered. */
export function ballotText({ choice, reason }: Ballot, answer: string, language: Language): string {
  return choice === 'error' ? answer : `**${CHOICES[language][choice]}.** ${reason}`;
}
