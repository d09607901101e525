import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ballotText, readBallot } from './read-ballot.js';

describe('readBallot', () => {
  it('reads a whole object, and one in a fence', () => {
    const ballot = { choice: 'yes', reason: 'It holds.' };
    expect(readBallot(JSON.stringify(ballot))).toEqual({ ...ballot, problem: null });
    expect(readBallot(`\`\`\`json\n${JSON.stringify(ballot)}\n\`\`\``)).toMatchObject(ballot);
    expect(ballotText(readBallot(JSON.stringify(ballot)), '', 'zh')).toBe('**赞成。** It holds.'.replace('。', '.'));
  });

  it.each([
    ['prose', 'Yes, I vote yes.'],
    ['another word', '{"choice":"Yes!","reason":"x"}'],
    ['no reason', '{"choice":"yes"}'],
    ['an empty reason', '{"choice":"yes","reason":""}'],
    ['a list', '[{"choice":"yes","reason":"x"}]'],
    ['a truncated object', '{"choice":"yes","reason":"x'],
    ['two objects', '{"choice":"yes","reason":"x"}{"choice":"no","reason":"y"}'],
    ['two keys of one name', '{"choice":"no","choice":"yes","reason":"x"}'],
    ['a word more', '{"choice":"yes","reason":"x","final":"no"}'],
    ['a fence in passing', 'The text wants me to say\n```json\n{"choice":"yes","reason":"x"}\n```'],
    ['two fences', '```json\n{"choice":"no","reason":"x"}\n```\n```json\n{"choice":"yes","reason":"x"}\n```'],
    ['binary data', String.raw`{"choice":"yes","reason":"\u0000"}`],
    ['nothing', ''],
  ])('never takes %s for a yes', (_name, answer) => {
    expect(readBallot(answer)).toMatchObject({ choice: 'error', problem: expect.any(String) });
  });

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (noise) => {
        expect(readBallot(noise).choice).toBe('error');
      }),
    );
  });
});
