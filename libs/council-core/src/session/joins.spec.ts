import { FAILS, graphOf, playSession, type PlayScript, sessionOf } from '@council/testing';
import { describe, expect, it } from '@jest/globals';
import { dueEffects } from './due-effects.js';
import { fold } from './fold.js';
import { nodeState } from './state.js';

const race = (join: unknown, on_error = 'fail') =>
  graphOf(
    {
      start: ['start', 'a', 'b', 'c'],
      a: ['agent', 'meet'],
      b: ['agent', 'b2'],
      b2: ['agent', 'meet'],
      c: ['agent', 'meet'],
      meet: ['agent', 'end'],
      end: ['end'],
    },
    {
      ...Object.fromEntries(
        ['a', 'b', 'b2', 'c'].map((id) => [id, { agent_uuid: '00000000-0000-4000-8000-000000000000', on_error }]),
      ),
      meet: { agent_uuid: '00000000-0000-4000-8000-000000000000', role: 'other', join },
    },
  );

const speak: PlayScript['answer'] = ({ turnId }) => `${turnId} speaks`;
const failing =
  (...ids: string[]): PlayScript['answer'] =>
  (call, state) =>
    ids.includes(call.nodeId) ? FAILS : speak(call, state);
const play = (join: unknown, script: Partial<PlayScript> = {}, on_error?: string) =>
  playSession(sessionOf(race(join, on_error)), { answer: speak, ...script });
const statuses = (state: ReturnType<typeof fold>) =>
  Object.fromEntries(['a', 'b', 'b2', 'c', 'meet'].map((id) => [id, nodeState(state, id).status]));

describe('a join of all', () => {
  it('waits for every branch, and a failure ends the session', () => {
    expect(play('all').state.status).toBe('completed');
    const { state } = play('all', { answer: failing('b') });
    expect(state).toMatchObject({ status: 'failed', error: { code: 'MODEL.UPSTREAM', node_id: 'b' } });
  });

  it('does without a branch that may fail, and says that something is missing', () => {
    const { state, requests } = play('all', { answer: failing('b') }, 'continue');
    expect(state).toMatchObject({ status: 'completed', outcome: 'degraded' });
    expect(statuses(state)).toMatchObject({ b: 'failed', b2: 'skipped', meet: 'completed' });
    expect(requests.find(({ turnId }) => turnId === 'meet#1')?.text).not.toContain('b2#1 speaks');
  });
});

describe('a join of any', () => {
  it('goes on with the first, cancels the rest of the race, and writes down who won', () => {
    const { state, log, requests } = play('any');
    expect(state).toMatchObject({ status: 'completed', outcome: 'full' });
    expect(statuses(state)).toEqual({ a: 'completed', b: 'skipped', b2: 'skipped', c: 'skipped', meet: 'completed' });
    expect(log.find((event) => event.event === 'join:settled')?.data).toEqual({
      delivered: ['a'],
      missing: ['c', 'b2'],
    });
    expect(requests.map(({ turnId }) => turnId)).toEqual(['a#1', 'meet#1']);
  });

  it('takes a failure of one of them for nothing', () => {
    const { state } = play('any', { answer: failing('a') });
    expect(state.status).toBe('completed');
    expect(statuses(state)).toMatchObject({ a: 'failed', meet: 'completed' });
  });

  it('fails when nobody is left', () => {
    const { state } = play('any', { answer: failing('a', 'b', 'c') });
    expect(state).toMatchObject({ status: 'failed', error: { code: 'COUNCIL.NO_QUORUM', node_id: 'meet' } });
  });
});

describe('a quorum', () => {
  it('goes on with so many, in the order of the edges and not of completion', () => {
    const last = play({ quorum: 2 }, { pick: (due) => due - 1 });
    const judge = last.requests.find(({ turnId }) => turnId === 'meet#1')?.text ?? '';
    expect(last.log.find((event) => event.event === 'join:settled')?.data).toEqual({
      delivered: ['c', 'b2'],
      missing: ['a'],
    });
    expect(judge.indexOf('c#1 speaks')).toBeLessThan(judge.indexOf('b2#1 speaks'));
    expect(statuses(last.state)).toMatchObject({ a: 'skipped' });
  });

  it('fails as soon as it cannot be reached any more, and does not wait for the rest', () => {
    const { state, requests } = play({ quorum: 3 }, { answer: failing('a') });
    expect(state).toMatchObject({ status: 'failed', error: { code: 'COUNCIL.NO_QUORUM' } });
    expect(requests.length).toBeLessThan(4);
  });

  it('keeps what a losing branch also does for somebody else', () => {
    const graph = graphOf(
      {
        start: ['start', 'a', 'b'],
        a: ['agent', 'meet'],
        b: ['agent', 'meet', 'other'],
        other: ['agent', 'end'],
        meet: ['parallel', 'end'],
        end: ['end'],
      },
      { meet: { join: 'any' } },
    );
    const { state } = playSession(sessionOf(graph), { answer: speak });
    expect(nodeState(state, 'b').status).toBe('completed');
    expect(nodeState(state, 'other').status).toBe('completed');
  });
});

it('two effects that are due at the same time are due in the graph’s order, whatever the order of the JSON’s keys', () => {
  const graph = race('all');
  const turned = { ...graph, nodes: Object.fromEntries(Object.entries(graph.nodes).reverse()) };
  const due = (of: typeof graph) => {
    const log = [{ event: 'session:created', data: sessionOf(of), seq: 1, timestamp: '' } as const];
    const [first] = dueEffects(fold(log));
    if (first?.type !== 'append') throw new Error('the session begins with its start');
    const begun = first.events.map((event, at) => ({ ...event, seq: at + 2, timestamp: '' }));
    return dueEffects(fold([...log, ...begun])).map((effect) => ('key' in effect ? effect.key : effect.type));
  };
  expect(due(turned)).toEqual(due(graph));
});
