import type { LogEvent, NewEvent } from '@council/contracts';
import { fold, nodeState, retryEvents, type SessionState } from '@council/council-core';
import { FAILS, graphOf, playSession, sessionOf } from '@council/testing';
import { describe, expect, it } from '@jest/globals';

const ROUNDS = graphOf(
  {
    start: ['start', 'affirmative'],
    affirmative: ['agent', 'negative'],
    negative: ['agent', 'loop'],
    loop: ['loop', 'affirmative', 'end'],
    end: ['end'],
  },
  { loop: { max_rounds: 3 } },
);
const GATED = graphOf({
  start: ['start', 'affirmative', 'gate'],
  gate: ['human_review', 'negative'],
  affirmative: ['agent', 'negative'],
  negative: ['agent', 'end'],
  end: ['end'],
});

/** Retries once, when the run has failed. */
const retryOnce = () => {
  let isDone = false;
  return (state: SessionState): readonly NewEvent[] => {
    if (isDone || state.status !== 'failed') return [];
    isDone = true;
    return retryEvents(state, null) ?? [];
  };
};
const named = (log: readonly LogEvent[], name: LogEvent['event']) => log.filter(({ event }) => event === name);

describe('a failed session that is tried again', () => {
  it('goes on in the round of the loop in which it failed, and speaks nothing twice', () => {
    let hasFailed = false;
    const { state, log } = playSession(sessionOf(ROUNDS), {
      interrupt: retryOnce(),
      answer: ({ nodeId }, before) => {
        const isSecond = before.loops['loop']?.round === 2 && nodeId === 'negative';
        if (!isSecond || hasFailed) return `${nodeId} speaks.`;
        hasFailed = true;
        return FAILS;
      },
    });
    expect([state.status, state.run, hasFailed]).toEqual(['completed', 2, true]);
    expect(named(log, 'loop:decided').map(({ data }) => (data as { round: number }).round)).toEqual([1, 2, 3]);
    expect(named(log, 'message:completed')).toHaveLength(6);
    expect(named(log, 'execution:completed')).toHaveLength(2);
  });

  it('asks people once more, under a new name: what was asked was withdrawn with the run', () => {
    let hasFailed = false;
    const { state, log } = playSession(sessionOf(GATED), {
      interrupt: retryOnce(),
      answer: ({ nodeId }) => {
        if (nodeId !== 'affirmative' || hasFailed) return `${nodeId} speaks.`;
        hasFailed = true;
        return FAILS;
      },
      decide: (_id, { run }) => (run === 2 ? 'approve' : undefined),
    });
    const asked = named(log, 'human_interaction_required').map(
      ({ data }) => (data as { review_uuid: string }).review_uuid,
    );
    expect([asked.length, new Set(asked).size, state.status]).toEqual([2, 2, 'completed']);
    const failed = fold(log.slice(0, log.findIndex(({ event }) => event === 'execution:completed') + 1));
    expect([failed.status, nodeState(failed, 'gate').status]).toEqual(['failed', 'suspended']);
  });
});
