import { generateBallots } from '@council/testing';
import { describe, expect, it } from '@jest/globals';
import type { Ballot } from '@council/contracts';
import { type CastBallot, tallyVotes } from '../votes/tally-votes.js';

import { readBallot, readScore } from './read-ballot.js';

const BALLOTS = 10_000;
const SEED = 20_261_124;
/** docs/voting.md and docs/proofs.md name this share. */
const ERRORS = 8_422;
/** Kinds that say something; the other ones are as many as they are in `generateBallots`. */
const HONEST = ['whole', 'fence', 'spaced'];
const model = { provider: 'p', model: 'm' };
const meaningOf = ({ choice, score }: Ballot): unknown => (choice === 'scored' ? score : choice);
const cast = (...choices: Ballot['choice'][]): CastBallot[] =>
  choices.map((choice) => ({ ballot: { choice, reason: 'x', problem: null }, model }));

describe.each([
  { scale: 'yes_no', read: readBallot },
  { scale: 'score', read: readScore },
] as const)('10,000 generated ballots on the scale $scale', ({ scale, read }) => {
  const ballots = generateBallots(SEED, BALLOTS, scale);

  it('are counted as what they say, or not at all', () => {
    const misread = ballots.filter(({ answer, means }) => meaningOf(read(answer)) !== means);
    expect(misread.slice(0, 5)).toEqual([]);
    const errors = ballots.filter(({ answer }) => read(answer).choice === 'error').length;
    const broken = ballots.filter(({ kind }) => !HONEST.includes(kind)).length;
    expect([errors, broken]).toEqual([ERRORS, ERRORS]);
  });

  it('make a tally that no broken ballot has moved', () => {
    const rules = { scale, question: '', quorum: 1 };
    for (let at = 0; at < BALLOTS; at += 7) {
      const panel = ballots.slice(at, at + 7);
      const all = tallyVotes(
        panel.map(({ answer }) => ({ ballot: read(answer), model })),
        rules,
      );
      const honest = panel.filter(({ kind }) => HONEST.includes(kind));
      const alone = tallyVotes(
        honest.map(({ answer }) => ({ ballot: read(answer), model })),
        rules,
      );
      expect([all.result, all.passed, all.yes, all.no]).toEqual([alone.result, alone.passed, alone.yes, alone.no]);
      expect(all.error).toBe(panel.length - honest.length);
    }
  });
});

describe('a tally', () => {
  const rules = { scale: 'yes_no', question: '' } as const;

  it('without a valid ballot has not passed, whatever the quorum', () => {
    for (const ballots of [cast(), cast('error', 'error'), cast('abstain', 'abstain'), cast('abstain', 'error')]) {
      expect(tallyVotes(ballots, { ...rules, quorum: 0, threshold: 0 })).toMatchObject({ result: null, passed: false });
    }
  });

  it('leaves abstentions and errors out of the ratio, and needs its quorum of the rest', () => {
    expect(tallyVotes(cast('yes', 'no', 'yes', 'abstain', 'error'), rules)).toMatchObject({
      result: 0.667,
      passed: true,
    });
    expect(tallyVotes(cast('yes', 'yes', 'abstain', 'abstain', 'error'), rules)).toMatchObject({
      result: 1,
      quorum: 3,
      is_quorate: false,
      passed: false,
    });
    expect(tallyVotes(cast('yes', 'no'), rules)).toMatchObject({ result: 0.5, passed: false });
  });

  it('takes a ballot of the other scale for an error', () => {
    expect(tallyVotes(cast('yes', 'yes'), { scale: 'score', question: '' })).toMatchObject({ error: 2, passed: false });
  });
});
