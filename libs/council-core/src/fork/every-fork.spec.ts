import type { NewEvent, ReviewAction } from '@council/contracts';
import {
  FAILS,
  generatedGraphs,
  judgement,
  type Played,
  playSession,
  type PlayScript,
  sessionOf,
} from '@council/testing';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildReport } from '../report/build-report.js';
import { fold } from '../session/fold.js';
import { isTerminal, nodeState } from '../session/state.js';
import { copiedEvents } from './copied-events.js';
import type { ForkableEvent } from './fork-point.js';

const ID = '5b1e7f4e-5d0c-4c62-9f61-0c8f6d0f4b11';
const NOBODY: ReadonlySet<string> = new Set();
const ACTIONS: readonly ReviewAction[] = ['approve', 'continue', 'apply', 'exit', 'rollback'];
const hashOf = (text: string): number =>
  Array.from(text).reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % 9_973, 7);

/** Everything follows from the state alone: a session that stands where another stood goes on as that one did. */
const scriptOf = (seed: number): PlayScript => ({
  answer: ({ turnId, stance }) => {
    if (hashOf(turnId) % 10 < seed % 3) return FAILS;
    if (stance === 'voter') return JSON.stringify({ choice: hashOf(turnId) % 2 === 0 ? 'yes' : 'no', reason: 'so' });
    if (stance === 'extractor') return JSON.stringify({ claims: [] });
    return stance === 'adjudicator' ? judgement([70, 70, 70]) : `${turnId} has spoken`;
  },
  pick: (due) => (due === 0 ? 0 : seed % due),
  decide: (id, state) => {
    const offered = nodeState(state, id).review?.actions ?? [];
    const wanted = hashOf(`${id}${nodeState(state, id).pass}`) % 3;
    return ACTIONS.filter((action) => offered.includes(action))[wanted] ?? 'approve';
  },
  maxSteps: 20_000,
});

function forkable({ log, ends }: Played): readonly ForkableEvent[] {
  return log.map((event) => ({ event, appendEnd: ends.find((end) => end >= event.seq) ?? event.seq }));
}

const reportOf = ({ state }: Played): object => ({ ...buildReport(state), usage: null });

describe('every session', () => {
  it('forked between any two appends goes on as it did: the same report, and no turn is asked for again', () => {
    fc.assert(
      fc.property(generatedGraphs, fc.nat(), fc.nat(), (graph, seed, cut) => {
        const created = sessionOf(graph);
        const source = playSession(created, scriptOf(seed));
        const at = source.ends[cut % source.ends.length] ?? 1;
        const kept = forkable(source).slice(0, at);
        const before = fold(kept.map(({ event }) => event));
        fc.pre(!isTerminal(before.status));
        const forked: NewEvent = {
          event: 'session:forked',
          data: { session_uuid: ID, seq: at, seats: [], inherited_usage: before.usage },
        };
        const copied = copiedEvents(kept, { sessionUuid: ID, changed: NOBODY });
        const fork = playSession({ ...created, session_uuid: ID }, scriptOf(seed), [...copied, [forked]]);
        expect(reportOf(fork)).toEqual(reportOf(source));
        const { requests } = source;
        expect(fork.requests).toEqual(requests.slice(requests.length - fork.requests.length));
        const { input_tokens } = fork.state.usage;
        expect(input_tokens).toBe(source.state.usage.input_tokens - before.usage.input_tokens);
      }),
      { numRuns: 80 },
    );
  });
});
