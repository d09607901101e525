import type { LoopDecided } from '@council/contracts';
import { graphOf, judgement, playSession, type PlayScript, sessionOf } from '@council/testing';
import { describe, expect, it } from '@jest/globals';
import { latestOf } from '../files/session-files.js';

const AGENT = { agent_uuid: '00000000-0000-4000-8000-000000000000' };

/** A judge, a surgeon who proposes a version, and, where wanted, a person. */
const optimize = (loop: Record<string, unknown>, isGated = false) =>
  graphOf(
    {
      start: ['start', 'judge'],
      judge: ['agent', 'surgeon'],
      surgeon: ['agent', isGated ? 'gate' : 'loop'],
      ...(isGated ? { gate: ['human_review', 'loop'] as const } : {}),
      loop: ['loop', 'judge', 'end'],
      end: ['end'],
    },
    {
      judge: { ...AGENT, output_format: 'structured_verdict' },
      surgeon: { ...AGENT, tools: ['read_file', 'write_file'] },
      gate: {},
      loop,
    },
  );

/** The judge gives these totals in turn; the surgeon writes one proposal a round. */
function council(scores: readonly number[], more: Record<string, unknown> = {}): PlayScript['answer'] {
  return ({ nodeId, turnId, request, key }) => {
    const round = Number(turnId.split('#')[1]);
    if (nodeId === 'judge') {
      const score = scores[round - 1] ?? 50;
      return judgement([score, score, score], { exit_recommendation: false, verdict: `Verdict ${round}.`, ...more });
    }
    const steps = Number(key.split('.').at(-1));
    if (request.tools !== undefined && steps === 0)
      return { calls: [{ name: 'read_file', input: { path: '/document.md' } }] };
    if (request.tools !== undefined && steps === 1) {
      return {
        calls: [
          { name: 'write_file', input: { path: '/document.md', content: `Proposal ${round}.`, reason: 'better' } },
        ],
      };
    }
    return `Surgeon ${round} is done.`;
  };
}

const play = (
  loop: Record<string, unknown>,
  scores: readonly number[],
  more: Partial<PlayScript> & { isGated?: boolean } = {},
) => playSession(sessionOf(optimize(loop, more.isGated)), { answer: council(scores), ...more });
const rounds = ({ state }: ReturnType<typeof play>): Partial<LoopDecided>[] =>
  state.scores.map(({ round, score, reason }) => ({ round, score, reason }));

describe('a loop', () => {
  it('ends after its rounds, and leaves with the best version', () => {
    const played = play({ max_rounds: 3 }, [60, 75, 70]);
    expect(rounds(played)).toEqual([
      { round: 1, score: 60, reason: 'goes_on' },
      { round: 2, score: 75, reason: 'goes_on' },
      { round: 3, score: 70, reason: 'max_rounds' },
    ]);
    expect(played.state.scores.at(-1)?.best).toEqual({ round: 2, score: 75, version: 2 });
    // Round 2 judged version 2, the first proposal.
    expect(played.state.document).toMatchObject({ version: 2, content: 'Proposal 1.' });
    expect(latestOf(played.state.files, '/document.md')?.version).toBe(4);
  });

  it('leaves at the score, and not before', () => {
    expect(rounds(play({ max_rounds: 5, exit_on_score: 80 }, [60, 80, 90])).map(({ reason }) => reason)).toEqual([
      'goes_on',
      'score',
    ]);
  });

  it('leaves when the judge recommends it', () => {
    const answer = council([60, 70], { exit_recommendation: true });
    expect(rounds(play({ max_rounds: 5, exit_on_recommendation: true }, [], { answer }))).toEqual([
      { round: 1, score: 60, reason: 'recommendation' },
    ]);
  });

  it('restores the version before when the score falls by more than 10, and not by 10', () => {
    const fell = play({ max_rounds: 3 }, [80, 69, 80]);
    expect(fell.state.scores.map(({ is_regression }) => is_regression)).toEqual([false, true, false]);
    const moves = fell.log.flatMap((event) => (event.event === 'document:moved' ? [event.data] : []));
    expect(moves.map(({ version, reason }) => [version, reason])).toEqual([
      [2, 'proposal_taken'],
      [1, 'regression'],
    ]);
    expect(fell.state.scores.at(-1)).toMatchObject({ version: 1 });
    expect(play({ max_rounds: 3 }, [80, 70, 80]).state.scores[1]).toMatchObject({ is_regression: false });
  });

  it('tells the next round to take another angle when two rounds have moved the score by 2 at most', () => {
    const { state, requests } = play({ max_rounds: 4 }, [70, 71, 69, 75]);
    expect(state.scores.map(({ instruction }) => instruction)).toEqual([null, null, 'another_angle', null]);
    const asked = (turn: string) => requests.find(({ turnId }) => turnId === turn)?.text ?? '';
    expect(asked('judge#4')).toContain('another angle');
    expect(asked('judge#3')).not.toContain('another angle');
    expect(asked('judge#3')).toContain('Round 2: 71 / 100. Verdict 2.');
    expect(asked('judge#1')).not.toContain('rounds_before');
  });

  it('reads the next round through the pointer', () => {
    const { requests } = play({ max_rounds: 2 }, [60, 60]);
    const judged = requests
      .filter(({ turnId }) => turnId.startsWith('judge'))
      .map(({ text }) => /version=\\"(\d+)\\"/.exec(text)?.[1]);
    expect(judged).toEqual(['1', '2']);
  });

  it('begins an inner loop anew in every round of the outer one', () => {
    const graph = graphOf(
      {
        start: ['start', 'a'],
        a: ['agent', 'inner'],
        inner: ['loop', 'a', 'outer'],
        outer: ['loop', 'a', 'end'],
        end: ['end'],
      },
      { inner: { max_rounds: 2 }, outer: { max_rounds: 2 } },
    );
    const { state, requests } = playSession(sessionOf(graph), { answer: ({ turnId }) => `${turnId} speaks` });
    expect(state.status).toBe('completed');
    expect(requests.map(({ turnId }) => turnId)).toEqual(['a#1', 'a#2', 'a#3', 'a#4']);
    expect(state.scores.map(({ node_id, round }) => `${node_id} ${round}`)).toEqual([
      'inner 1',
      'inner 2',
      'outer 1',
      'inner 1',
      'inner 2',
      'outer 2',
    ]);
  });

  it('that stands before its body opens its first round itself', () => {
    const graph = graphOf(
      { start: ['start', 'loop'], loop: ['loop', 'a', 'end'], a: ['agent', 'loop'], end: ['end'] },
      { loop: { max_rounds: 2 } },
    );
    const { state, requests } = playSession(sessionOf(graph), { answer: ({ turnId }) => `${turnId} speaks` });
    expect(state.status).toBe('completed');
    expect(requests.map(({ turnId }) => turnId)).toEqual(['a#1', 'a#2']);
  });

  describe('between two loops around it', () => {
    const LOOPS = {
      outer: ['loop', 'inner', 'last'],
      inner: ['loop', 'a', 'middle'],
      a: ['agent', 'inner'],
      middle: ['loop', 'inner', 'outer'],
      last: ['agent', 'end'],
      end: ['end'],
    } as const;
    const properties = { inner: { max_rounds: 1 }, middle: { max_rounds: 2 }, outer: { max_rounds: 2 }, last: AGENT };
    const play = (before: Parameters<typeof graphOf>[0]) =>
      playSession(sessionOf(graphOf({ ...before, ...LOOPS }, properties)), {
        answer: ({ turnId, stance }) => (stance === 'extractor' ? JSON.stringify({ claims: [] }) : `${turnId} speaks`),
      });

    it('opens though the loop after it has not decided yet', () => {
      const { state, requests } = play({ start: ['start', 'outer'] });
      expect(state.status).toBe('completed');
      expect(requests.filter(({ turnId }) => turnId.startsWith('a#'))).toHaveLength(4);
    });

    it('is skipped with the route that leads to it', () => {
      const { state } = play({
        start: ['start', 'first'],
        first: ['agent', 'check'],
        check: ['fact_check', 'outer', 'last'],
      });
      expect(state.status).toBe('completed');
      for (const id of ['outer', 'inner', 'a', 'middle']) expect(state.nodes[id]?.status).toBe('skipped');
    });
  });
});

describe('a person in a loop', () => {
  const decide = (...actions: readonly string[]): PlayScript['decide'] => {
    const left = [...actions];
    return () => (left.shift() ?? 'approve') as 'approve';
  };

  it.each([
    ['approve', ['approve', 'approve', 'approve'], ['goes_on', 'goes_on', 'max_rounds'], 'Proposal 3.'],
    ['continue, though the score is reached', ['continue', 'approve'], ['person', 'score'], 'Proposal 2.'],
    ['apply', ['apply'], ['person'], 'Proposal 1.'],
    ['exit', ['continue', 'exit'], ['person', 'person'], 'Proposal 1.'],
    ['rollback', ['continue', 'rollback', 'apply'], ['person', 'person', 'person'], 'Proposal 3.'],
  ])('%s', (name, actions, reasons, content) => {
    const scores = name === 'approve' ? [60, 70, 70] : [90, 95, 92];
    const played = play({ max_rounds: 3, exit_on_score: 90 }, scores, { isGated: true, decide: decide(...actions) });
    expect(rounds(played).map(({ reason }) => reason)).toEqual(reasons);
    expect(played.state).toMatchObject({ status: 'completed', document: { content } });
  });

  it('rolls back to the version before the round', () => {
    const played = play({ max_rounds: 3 }, [60, 60, 60], {
      isGated: true,
      decide: decide('approve', 'rollback', 'exit'),
    });
    expect(played.state.scores.map(({ version }) => version)).toEqual([1, 2, 2]);
  });

  it('modifies: the new text goes on', () => {
    const played = play({ max_rounds: 2 }, [60, 60], {
      isGated: true,
      decide: (_id, state) =>
        state.scores.length === 0 ? { action: 'modify', data: { modified_content: 'By hand.' } } : 'exit',
    });
    expect(played.state.files['/document.md']?.map(({ content, author }) => `${author}: ${content}`)).toContain(
      'user: By hand.',
    );
    expect(played.requests.find(({ turnId }) => turnId === 'judge#2')?.text).toContain('L1| By hand.');
  });

  it('rejects: the session is cancelled with the reason', () => {
    const played = play({ max_rounds: 2 }, [60], {
      isGated: true,
      decide: () => ({ action: 'reject', data: { comment: 'Not like this.' } }),
    });
    expect(played.state).toMatchObject({
      status: 'cancelled',
      error: { code: 'REVIEW.REJECTED', message: 'Not like this.' },
    });
    expect(played.log.at(-1)?.event).toBe('execution:completed');
  });

  it('is offered another round only while there is one', () => {
    const offered: string[][] = [];
    play({ max_rounds: 2 }, [60, 60], {
      isGated: true,
      decide: (id, state) => {
        offered.push([...(state.nodes[id]?.review?.actions ?? [])]);
        return 'approve';
      },
    });
    expect(offered).toEqual([
      ['approve', 'modify', 'reject', 'continue', 'rollback', 'apply', 'exit'],
      ['approve', 'modify', 'reject', 'apply', 'exit'],
    ]);
  });

  it('asks under a new name in every round, and only the first decision counts', () => {
    const names = new Set<string>();
    const played = play({ max_rounds: 3 }, [60, 60, 60], {
      isGated: true,
      decide: (id, state) => {
        names.add(state.nodes[id]?.review?.review_uuid ?? '');
        return 'approve';
      },
      interrupt: (state) => {
        const review = state.nodes['gate']?.review;
        // A late duplicate of whatever was decided last.
        return review?.decision == null
          ? []
          : [{ event: 'review:decided', node_id: 'gate', data: { ...review.decision, action: 'reject' } }];
      },
    });
    expect(names.size).toBe(3);
    expect(played.state.status).toBe('completed');
  });
});
