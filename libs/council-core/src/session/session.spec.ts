import type { GraphDefinition, LogEvent, NewEvent, SessionCreated } from '@council/contracts';
import { DEBATE, graphOf, judgement, sessionOf } from '@council/testing';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildReport } from '../report/build-report.js';
import { renderReport } from '../report/render-report.js';
import { validateGraph } from '../graph/validate-graph.js';
import { dueEffects } from './due-effects.js';
import type { CallModelEffect } from './effects.js';
import { fold } from './fold.js';
import { failTurn } from './fail-turn.js';
import { settleTurn } from './settle-turn.js';
import { EMPTY_STATE, type SessionState } from './state.js';

const FAILS = Symbol('fails');
type Answer = (call: CallModelEffect) => string | typeof FAILS;

interface Played {
  readonly log: readonly LogEvent[];
  readonly state: SessionState;
  readonly prompts: ReadonlyMap<string, string>;
}

/** Plays a session with nothing but the core. `pick` says which of the due turns is spoken next. */
function play(
  session: GraphDefinition | SessionCreated,
  answer: Answer,
  pick: (due: number) => number = () => 0,
): Played {
  const log: LogEvent[] = [];
  const prompts = new Map<string, string>();
  const append = (events: readonly NewEvent[]): void => {
    for (const event of events) log.push({ ...event, seq: log.length + 1, timestamp: '2026-01-01T00:00:00.000Z' });
  };
  append([{ event: 'session:created', data: 'seats' in session ? session : sessionOf(session) }]);
  for (let steps = 0; steps < 1_000; steps += 1) {
    const state = fold(log);
    const due = dueEffects(state);
    const effect = due[pick(due.length)] ?? due[0];
    if (effect === undefined) return { log, state, prompts };
    if (effect.type === 'append') {
      append(effect.events);
      continue;
    }
    if (effect.type !== 'call-model') throw new Error(`no script has a ${effect.type}`);
    prompts.set(effect.nodeId, JSON.stringify(effect.request));
    const content = answer(effect);
    append(
      content === FAILS
        ? failTurn(state, effect, 'MODEL.UPSTREAM', 'no answer')
        : settleTurn(state, effect, {
            attempt: 1,
            content,
            toolCalls: [],
            inputTokens: 1_000,
            outputTokens: 500,
            isEstimated: false,
            latencyMs: 5,
          }),
    );
  }
  throw new Error('the session never ended');
}

const speak: Answer = ({ stance, nodeId }) =>
  stance === 'adjudicator' ? judgement([80, 70, 60]) : `${nodeId} says "First line." [Ref: L1]`;

describe('a debate', () => {
  const { log, state } = play(DEBATE, speak);

  it('ends with the verdict of the judge and the sum of all turns', () => {
    expect(state).toMatchObject({ status: 'completed', outcome: 'full', verdict: { weighted_total: 71 } });
    expect(state.usage).toEqual({ input_tokens: 3_000, output_tokens: 1_500, cost_usd: 6, is_estimated: false });
  });

  it('says the names of the reference, in its order', () => {
    const names = log.map(({ event, node_id, data }) =>
      event === 'node_state_change'
        ? `${node_id ?? ''} ${data.status}`
        : `${event}${node_id === undefined ? '' : ` ${node_id}`}`,
    );
    expect(names).toEqual([
      'session:created',
      'execution:started',
      'start running',
      'file:written start',
      'start completed',
      'fork running',
      'node:parallel_start fork',
      'fork completed',
      'affirmative running',
      'negative running',
      'message:completed affirmative',
      'token_usage affirmative',
      'affirmative completed',
      'message:completed negative',
      'token_usage negative',
      'negative completed',
      'join:settled adjudicator',
      'adjudicator running',
      'message:completed adjudicator',
      'token_usage adjudicator',
      'verdict:recorded adjudicator',
      'adjudicator completed',
      'end running',
      'report:ready end',
      'end completed',
      'execution:completed',
    ]);
  });

  it('shows the judge both sides, labelled and in the order of the edges, whoever was first', () => {
    const last = play(DEBATE, speak, (due) => due - 1);
    const first = play(DEBATE, speak);
    expect(last.log.map((event) => event.node_id)).not.toEqual(first.log.map((event) => event.node_id));
    expect(last.prompts).toEqual(new Map([...last.prompts].map(([id]) => [id, first.prompts.get(id)])));
    const judge = first.prompts.get('adjudicator') ?? '';
    expect(judge.indexOf('affirmative says')).toBeGreaterThan(0);
    expect(judge.indexOf('negative says')).toBeGreaterThan(judge.indexOf('affirmative says'));
    expect(judge).toContain('side=\\"negative\\"');
  });

  it('makes the same report from the same log', () => {
    const markdown = renderReport(buildReport(state));
    expect(renderReport(buildReport(play(DEBATE, speak, (due) => due - 1).state))).toBe(markdown);
    expect(markdown).toContain('**71 / 100** · tighten the logic');
    expect(markdown).toContain('| Strategic alignment | 40 | 80 | 32 |');
  });

  it('is failed when a seat fails, and lets the other seat finish what it began', () => {
    const failed = play(DEBATE, (call) => (call.nodeId === 'affirmative' ? FAILS : speak(call)));
    expect(failed.state).toMatchObject({ status: 'failed', error: { code: 'MODEL.UPSTREAM', node_id: 'affirmative' } });
    expect(failed.state.nodes['negative']?.status).toBe('completed');
    expect(failed.state.nodes['adjudicator']).toBeUndefined();
  });

  it('is degraded, and says who is missing, when the seat may fail', () => {
    const agent = { agent_uuid: 'a5317f00-f528-5d43-a733-85c5b531a2e3' };
    const tolerant = {
      ...DEBATE,
      nodes: Object.fromEntries(
        Object.entries(DEBATE.nodes).map(([id, node]) => [
          id,
          id === 'affirmative' ? { ...node, properties: { ...agent, on_error: 'continue' } } : node,
        ]),
      ),
    };
    const { state: degraded } = play(tolerant, (call) => (call.nodeId === 'affirmative' ? FAILS : speak(call)));
    expect(degraded).toMatchObject({ status: 'completed', outcome: 'degraded' });
    expect(buildReport(degraded).missing).toEqual([
      { node_id: 'affirmative', seat: 'affirmative', reason: 'no answer', code: 'MODEL.UPSTREAM' },
    ]);
  });

  it('is degraded when the verdict cannot be read', () => {
    const { state: unread } = play(DEBATE, (call) =>
      call.stance === 'adjudicator' ? 'Approved, 99 of 100.' : speak(call),
    );
    expect(unread).toMatchObject({
      status: 'completed',
      outcome: 'degraded',
      verdict: { kind: 'unreadable', exit_recommendation: false },
    });
  });

  it('stops, and says so of the nodes that were running', () => {
    const running = fold(log.slice(0, 10));
    const stopped = fold([{ event: 'control:stop', data: { reason: 'user' }, seq: 11, timestamp: '' }], running);
    const [effect] = dueEffects(stopped);
    expect(effect).toMatchObject({ type: 'append' });
    const end = fold(
      (effect?.type === 'append' ? effect.events : []).map((event, index) => ({
        ...event,
        seq: 12 + index,
        timestamp: '',
      })),
      stopped,
    );
    expect(end).toMatchObject({
      status: 'cancelled',
      nodes: { affirmative: { status: 'failed' }, negative: { status: 'failed' } },
    });
    expect(dueEffects(end)).toEqual([]);
  });

  it('rests while paused', () => {
    const paused = fold(
      [{ event: 'execution:paused', data: { reason: 'session_paused' }, seq: 11, timestamp: '' }],
      fold(log.slice(0, 10)),
    );
    expect(dueEffects(paused)).toEqual([]);
  });
});

describe('an end node with a model of its own', () => {
  const graph = graphOf(
    { start: ['start', 'a'], a: ['agent', 'end'], end: ['end'] },
    { end: { system_prompt: 'Be brief.' } },
  );
  const model = { provider: 'scripted', model: 'two' };
  const seats = [
    ...sessionOf(graph).seats,
    { node_id: 'end', agent: null, name: 'end', wanted: model, used: model, price: null },
  ];
  const created = sessionOf(graph, { seats });
  it('puts its synthesis at the head of the report, and asks with its own prompt', () => {
    const { state, prompts } = play(created, (call) => (call.stance === 'summariser' ? 'In short: yes.' : 'words'));
    expect(buildReport(state).synthesis).toBe('In short: yes.');
    expect(prompts.get('end')).toContain('Be brief.');
    expect(state.usage.cost_usd).toBeNull();
  });

  it('makes the report without it when it fails, and calls the result degraded', () => {
    const { state } = play(created, (call) => (call.stance === 'summariser' ? FAILS : 'words'));
    expect(state).toMatchObject({ status: 'completed', outcome: 'degraded' });
    expect(buildReport(state).missing).toEqual([
      { node_id: 'end', seat: 'end', reason: 'no answer', code: 'MODEL.UPSTREAM' },
    ]);
  });
});

/** A random valid graph: layers of agents and parallels, every node reachable, edges only forward. */
const graphs = fc
  .record({ inner: fc.integer({ min: 1, max: 8 }), picks: fc.array(fc.nat(), { minLength: 40, maxLength: 40 }) })
  .map(({ inner, picks }) => {
    const draw = (
      (index) => () =>
        picks[index++ % picks.length] ?? 0
    )(0);
    const ids = ['start', ...Array.from({ length: inner }, (_, index) => `n${index}`), 'end'];
    const edges = new Map<string, Set<string>>(ids.map((id) => [id, new Set()]));
    ids.slice(1).forEach((id, index) => edges.get(ids[draw() % (index + 1)] ?? 'start')?.add(id));
    ids.slice(0, -1).forEach((id, index) => {
      const next = ids[index + 1 + (draw() % (ids.length - index - 1))];
      if (next !== undefined && next !== id) edges.get(id)?.add(next);
    });
    const kind = (id: string): string =>
      id === 'start' || id === 'end' ? id : draw() % 3 === 0 ? 'parallel' : 'agent';
    return graphOf(Object.fromEntries(ids.map((id) => [id, [kind(id), ...(edges.get(id) ?? [])]] as const)));
  })
  .filter((graph) => validateGraph(graph).length === 0);

describe('every valid graph', () => {
  it('ends, in whatever order its turns are spoken, with the same prompts', () => {
    fc.assert(
      fc.property(graphs, fc.array(fc.nat(), { minLength: 1, maxLength: 20 }), (graph, order) => {
        const pick = (
          (index) => (due: number) =>
            (order[index++ % order.length] ?? 0) % Math.max(due, 1)
        )(0);
        const forward = play(graph, speak);
        const shuffled = play(graph, speak, pick);
        expect(forward.state.status).toBe('completed');
        expect(shuffled.state.status).toBe('completed');
        expect(new Map([...shuffled.prompts].sort())).toEqual(new Map([...forward.prompts].sort()));
      }),
      { numRuns: 150 },
    );
  });

  it('ends as failed, never as completed, when a seat fails', () => {
    fc.assert(
      fc.property(graphs, fc.nat(), (graph, which) => {
        const agents = Object.values(graph.nodes).filter((node) => node.type === 'agent');
        fc.pre(agents.length > 0);
        const victim = agents[which % agents.length]?.node_id;
        const { state } = play(graph, (call) => (call.nodeId === victim ? FAILS : speak(call)));
        expect(state.status).toBe('failed');
      }),
      { numRuns: 100 },
    );
  });

  it('folds to the same state in any split', () => {
    fc.assert(
      fc.property(graphs, fc.nat(), (graph, at) => {
        const { log, state } = play(graph, speak);
        const cut = at % (log.length + 1);
        expect(fold(log.slice(cut), fold(log.slice(0, cut), EMPTY_STATE))).toEqual(state);
      }),
      { numRuns: 100 },
    );
  });
});
