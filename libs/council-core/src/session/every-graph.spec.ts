import type { LogEvent, ReviewAction } from '@council/contracts';
import {
  FAILS,
  generatedGraphs,
  judgement,
  type PlayedAnswer,
  playSession,
  type PlayScript,
  sessionOf,
} from '@council/testing';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { validateGraph } from '../graph/validate-graph.js';
import type { CallModelEffect } from './effects.js';
import { fold } from './fold.js';
import { EMPTY_STATE, isTerminal, nodeState } from './state.js';

const ACTIONS: readonly ReviewAction[] = ['approve', 'continue', 'apply', 'exit', 'rollback'];

/** Answers and failures that follow from the turn alone, so that the order of completion cannot change them. */
function answering(failing: number): (call: CallModelEffect) => PlayedAnswer {
  return ({ turnId, stance }) => {
    if (hashOf(turnId) % 10 < failing) return FAILS;
    if (stance === 'voter') return JSON.stringify({ choice: hashOf(turnId) % 2 === 0 ? 'yes' : 'no', reason: 'so' });
    if (stance === 'extractor') return JSON.stringify({ claims: [] });
    return stance === 'adjudicator' ? judgement([70, 70, 70]) : `${turnId} has spoken`;
  };
}

const hashOf = (text: string): number =>
  Array.from(text).reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % 9_973, 7);

const scriptOf = (seed: number, failing: number): PlayScript => {
  let turn = seed;
  return {
    answer: answering(failing),
    pick: (due) => {
      turn = (turn * 1_103_515_245 + 12_345) % 2_147_483_648;
      return due === 0 ? 0 : turn % due;
    },
    decide: (id, state) => {
      const offered = nodeState(state, id).review?.actions ?? [];
      return (
        ACTIONS.filter((action) => offered.includes(action))[hashOf(`${id}${nodeState(state, id).pass}`) % 3] ??
        'approve'
      );
    },
    maxSteps: 20_000,
  };
};

describe('every valid graph', () => {
  it('is accepted, ends, and leaves no node open', () => {
    fc.assert(
      fc.property(generatedGraphs, fc.nat(), fc.integer({ min: 0, max: 4 }), (graph, seed, failing) => {
        expect(validateGraph(graph)).toEqual([]);
        const { state } = playSession(sessionOf(graph), scriptOf(seed, failing));
        expect(isTerminal(state.status)).toBe(true);
        if (state.status !== 'completed') return;
        const open = Object.keys(graph.nodes).filter((id) =>
          ['pending', 'running', 'suspended'].includes(nodeState(state, id).status),
        );
        expect(open).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('runs no node of a loop more often than its loops allow', () => {
    fc.assert(
      fc.property(generatedGraphs, fc.nat(), (graph, seed) => {
        const { log } = playSession(sessionOf(graph), scriptOf(seed, 0));
        for (const event of log) {
          if (event.event !== 'loop:decided') continue;
          expect(event.data.round).toBeLessThanOrEqual(
            Number(graph.nodes[event.node_id ?? '']?.properties['max_rounds']),
          );
        }
      }),
      { numRuns: 100 },
    );
  });

  it('folds to the same state in any split', () => {
    fc.assert(
      fc.property(generatedGraphs, fc.nat(), fc.nat(), (graph, seed, cut) => {
        const { log } = playSession(sessionOf(graph), scriptOf(seed, 2));
        const at = cut % log.length;
        expect(fold(log.slice(at), fold(log.slice(0, at)))).toEqual(fold(log));
      }),
      { numRuns: 100 },
    );
  });

  it('asks the same questions in any order of completion, given the same joins', () => {
    fc.assert(
      fc.property(generatedGraphs, fc.nat(), fc.nat(), (graph, one, other) => {
        const first = playSession(sessionOf(graph), scriptOf(one, 0));
        const second = playSession(sessionOf(graph), scriptOf(other, 0));
        fc.pre(joins(first.log) === joins(second.log));
        const asked = new Map(second.requests.map(({ turnId, text }) => [turnId, text]));
        for (const { turnId, text } of first.requests) if (asked.has(turnId)) expect(text).toBe(asked.get(turnId));
      }),
      { numRuns: 150 },
    );
  });

  it('is nothing before its first event', () => {
    expect(fold([])).toBe(EMPTY_STATE);
  });
});

/** Who won each join, by node; a join that is held again in another round has its winners in that order. */
const joins = (log: readonly LogEvent[]): string =>
  JSON.stringify(
    log
      .flatMap((event) =>
        event.event === 'join:settled' ? [{ node: event.node_id ?? '', won: event.data.delivered }] : [],
      )
      .toSorted((left, right) => left.node.localeCompare(right.node)),
  );
