import type { GraphDefinition, ReviewAction, SessionCreated } from '@council/contracts';
import { RUNNABLE_KINDS, SEEDED_AGENTS, validateGraph } from '@council/council-core';
import {
  FAILS,
  graphOf,
  judgement,
  type PlayedAnswer,
  playSession,
  type PlayScript,
  sessionOf,
} from '@council/testing';
import { describe, expect, it } from '@jest/globals';
import type { AgentEntity } from '../agents/agent.entity.js';
import { assignSeats } from './seat-assignment.js';
import { draftSeats } from './seat-wishes.js';

const OTHER_AGENT = '11111111-1111-4111-8111-111111111111';
const THIRD_AGENT = '22222222-2222-4222-8222-222222222222';

const agents = new Map(
  [...Object.values(SEEDED_AGENTS), '00000000-0000-4000-8000-000000000000', OTHER_AGENT, THIRD_AGENT].map((id, at) => [
    id,
    {
      agent_uuid: id,
      name: `Agent ${at}`,
      persona_prompt: `You are number ${at}.`,
      model_config: { provider: 'scripted', model: `model-${at}` },
      capabilities: { web_search: true, code_execution: false, search_provider: '' },
      translations: null,
      seed_key: null,
      is_edited: true,
    } as unknown as AgentEntity,
  ]),
);

/** Seats as the server gives them, where every wish is granted. */
function seated(graph: GraphDefinition): SessionCreated['seats'] {
  const { seats, issues } = draftSeats(graph, agents, {}, 'en', true);
  expect(issues).toEqual([]);
  const price = { input_per_1k: 1, output_per_1k: 2 };
  return assignSeats(graph, seats, {
    ok: true,
    engine: { kind: 'scripted', name: 'scripted' },
    seats: seats
      .flatMap((seat) => [seat, ...seat.fallbacks])
      .map(({ node_id, wanted }) => ({ node_id, used: wanted, price })),
  });
}

interface Row {
  readonly kind: string;
  readonly property: string;
  readonly values: readonly [unknown, unknown];
  /** Around the node `x`; without it: start, a speaker, `x`, end. */
  readonly graph?: Parameters<typeof graphOf>[0];
  /** Of the other nodes, and what `x` needs beside the property. */
  readonly more?: Readonly<Record<string, Record<string, unknown>>>;
  readonly script?: Partial<PlayScript>;
}

const LINE = { start: ['start', 'a'], a: ['agent', 'x'], x: ['?', 'end'], end: ['end'] } as const;
const ALONE = { start: ['start', 'x'], x: ['?', 'end'], end: ['end'] } as const;
const FORK = {
  start: ['start', 'a'],
  a: ['agent', 'x'],
  x: ['?', 'yes', 'no'],
  yes: ['agent', 'end'],
  no: ['agent', 'end'],
  end: ['end'],
} as const;
const MEET = {
  start: ['start', 'a', 'b'],
  a: ['agent', 'x'],
  b: ['agent', 'x'],
  x: ['?', 'end'],
  end: ['end'],
} as const;
const LOOP = { start: ['start', 'judge'], judge: ['agent', 'x'], x: ['?', 'judge', 'end'], end: ['end'] } as const;
const REVIEWED_LOOP = {
  start: ['start', 'judge'],
  judge: ['agent', 'x'],
  x: ['?', 'loop'],
  loop: ['loop', 'judge', 'end'],
  end: ['end'],
} as const;
const JUDGE = { judge: { agent_uuid: OTHER_AGENT, output_format: 'structured_verdict' } };

const answer: PlayScript['answer'] = ({ stance, turnId }): PlayedAnswer => {
  switch (stance) {
    case 'voter':
      return JSON.stringify({ choice: turnId.includes('/1#') ? 'yes' : 'no', reason: 'so' });
    case 'scorer':
      return JSON.stringify({ score: 7, reason: 'so' });
    case 'extractor':
      return JSON.stringify({ claims: [{ claim: 'One.' }, { claim: 'Two.' }, { claim: 'Three.' }] });
    case 'adjudicator':
      return judgement([80, 80, 80]);
    default:
      return `${turnId} speaks`;
  }
};

/** The first attempt of every turn fails. */
const onceFailing = (): PlayScript['answer'] => {
  const failed = new Set<string>();
  return (call, state) => {
    if (failed.has(call.turnId) || call.seatId === 'a') return answer(call, state);
    failed.add(call.turnId);
    return FAILS;
  };
};
const failing: PlayScript['answer'] = (call, state) => (call.nodeId === 'x' ? FAILS : answer(call, state));
const toolHungry: PlayScript['answer'] = (call, state) =>
  call.nodeId === 'x' && call.request.tools !== undefined && !call.isLastWord
    ? { calls: [{ name: 'calculator', input: { expression: '1+1' } }] }
    : answer(call, state);
const checked: PlayScript['check'] = ({ claims }) =>
  claims.map((claim, at) => ({ ...claim, state: at === 0 ? 'supported' : 'unclear', sources: [] }));

const speaking = (kind: string, needs: Record<string, unknown>): Row[] => [
  { kind, property: 'timeout_seconds', values: [5, 60], more: { x: needs } },
  { kind, property: 'retries', values: [0, 1], more: { x: needs }, script: { answer: onceFailing() } },
];
const JOINS = (kind: string, needs: Record<string, unknown> = {}): Row => ({
  kind,
  property: 'join',
  values: ['all', 'any'],
  graph: MEET,
  more: { x: needs },
});
const joining = (kind: string, needs: Record<string, unknown> = {}): Row =>
  ['router', 'loop', 'end'].includes(kind) ? { ...JOINS(kind, needs) } : JOINS(kind, needs);
const AGENT = { agent_uuid: OTHER_AGENT };

const ROWS: readonly Row[] = [
  { kind: 'agent', property: 'agent_uuid', values: [OTHER_AGENT, THIRD_AGENT] },
  { kind: 'agent', property: 'agent_id', values: [OTHER_AGENT, THIRD_AGENT] },
  { kind: 'agent', property: 'role', values: ['affirmative', 'negative'], more: { x: AGENT } },
  { kind: 'agent', property: 'output_format', values: ['structured_verdict', 'ballot'], more: { x: AGENT } },
  { kind: 'agent', property: 'tools', values: [['calculator'], ['read_file']], more: { x: AGENT } },
  {
    kind: 'agent',
    property: 'max_tool_turns',
    values: [1, 2],
    more: { x: { ...AGENT, tools: ['calculator'] } },
    script: { answer: toolHungry },
  },
  {
    kind: 'agent',
    property: 'fallback_agent_uuid',
    values: [THIRD_AGENT, SEEDED_AGENTS.surgeon],
    more: { x: AGENT },
    script: { answer: onceFailing() },
  },
  ...speaking('agent', AGENT),
  {
    kind: 'agent',
    property: 'on_error',
    values: ['fail', 'continue'],
    more: { x: AGENT },
    script: { answer: failing },
  },
  joining('agent', AGENT),
  { kind: 'llm', property: 'prompt', values: ['What is missing?', 'What is wrong?'] },
  { kind: 'llm', property: 'system_prompt', values: ['Be short.', 'Be long.'], more: { x: { prompt: 'p' } } },
  { kind: 'llm', property: 'provider', values: ['one', 'two'], more: { x: { prompt: 'p' } } },
  { kind: 'llm', property: 'model', values: ['one', 'two'], more: { x: { prompt: 'p' } } },
  { kind: 'llm', property: 'temperature', values: [0, 1], more: { x: { prompt: 'p' } } },
  { kind: 'llm', property: 'max_tokens', values: [100, 200], more: { x: { prompt: 'p' } } },
  ...speaking('llm', { prompt: 'p' }),
  {
    kind: 'llm',
    property: 'on_error',
    values: ['fail', 'continue'],
    more: { x: { prompt: 'p' } },
    script: { answer: failing },
  },
  joining('llm', { prompt: 'p' }),
  { kind: 'tool', property: 'tool', values: ['calculator', 'list_files'] },
  {
    kind: 'tool',
    property: 'input',
    values: [{ expression: '1+1' }, { expression: '{{previous}}' }],
    more: { x: { tool: 'calculator' } },
  },
  {
    kind: 'tool',
    property: 'on_error',
    values: ['fail', 'continue'],
    more: { x: { tool: 'calculator' } },
    script: { tool: () => ({ output: 'no', isError: true }) },
  },
  joining('tool', { tool: 'calculator' }),
  joining('parallel'),
  {
    kind: 'sequence',
    property: 'children',
    values: [
      ['b', 'c'],
      ['c', 'b'],
    ],
    graph: { start: ['start', 'x'], x: ['?', 'end'], b: ['agent'], c: ['agent'], end: ['end'] },
  },
  {
    kind: 'sequence',
    property: 'join',
    values: ['all', 'any'],
    graph: { ...MEET, c: ['agent'] },
    more: { x: { children: ['c'] } },
  },
  { kind: 'vote', property: 'agent_uuids', values: [[OTHER_AGENT], [THIRD_AGENT, OTHER_AGENT]] },
  { kind: 'vote', property: 'question', values: ['Is it good?', 'Is it bad?'] },
  { kind: 'vote', property: 'vote_type', values: ['yes_no', 'score_1_10'] },
  {
    kind: 'vote',
    property: 'threshold',
    values: [0.4, 0.6],
    graph: FORK,
    more: { x: { agent_uuids: [OTHER_AGENT, THIRD_AGENT] } },
  },
  {
    kind: 'vote',
    property: 'quorum',
    values: [1, 2],
    graph: FORK,
    more: { x: { agent_uuids: [OTHER_AGENT, THIRD_AGENT], threshold: 0 } },
    script: { answer: (call, state) => (call.turnId.startsWith('x/2') ? 'prose' : answer(call, state)) },
  },
  ...speaking('vote', {}),
  joining('vote'),
  { kind: 'fact_check', property: 'agent_uuid', values: [OTHER_AGENT, THIRD_AGENT] },
  { kind: 'fact_check', property: 'verify_threshold', values: [0.3, 0.9], graph: FORK, script: { check: checked } },
  { kind: 'fact_check', property: 'max_queries', values: [1, 3], script: { check: checked } },
  ...speaking('fact_check', {}),
  joining('fact_check'),
  { kind: 'human_review', property: 'timeout_minutes', values: [1, 30] },
  { kind: 'human_review', property: 'allow_skip', values: [true, false], more: { x: { timeout_minutes: 1 } } },
  { kind: 'human_review', property: 'actions', values: [['approve'], ['reject']] },
  {
    kind: 'human_review',
    property: 'show_score',
    values: [true, false],
    graph: REVIEWED_LOOP,
    more: JUDGE,
    script: { decide: () => 'apply' },
  },
  { kind: 'human_review', property: 'instructions', values: ['Look at the price.', 'Look at the risk.'] },
  joining('human_review'),
  { kind: 'loop', property: 'max_rounds', values: [1, 2], graph: LOOP, more: JUDGE },
  { kind: 'loop', property: 'exit_on_score', values: [70, 90], graph: LOOP, more: JUDGE },
  { kind: 'loop', property: 'exit_on_recommendation', values: [true, false], graph: LOOP, more: JUDGE },
  {
    kind: 'loop',
    property: 'exit_on_consensus',
    values: [true, false],
    graph: { start: ['start', 'v'], v: ['vote', 'x'], x: ['?', 'v', 'end'], end: ['end'] },
    more: { v: { agent_uuids: [OTHER_AGENT] } },
  },
  {
    kind: 'loop',
    property: 'join',
    values: ['all', 'any'],
    graph: {
      start: ['start', 'f'],
      f: ['parallel', 'a', 'b'],
      a: ['agent', 'x'],
      b: ['agent', 'x'],
      x: ['?', 'f', 'end'],
      end: ['end'],
    },
  },
  {
    kind: 'router',
    property: 'routes',
    values: [
      [{ when: { field: 'text', operator: 'contains', value: 'speaks' }, next_id: 'yes' }],
      [{ when: { field: 'text', operator: 'contains', value: 'sings' }, next_id: 'yes' }],
    ],
    graph: FORK,
  },
  {
    kind: 'router',
    property: 'join',
    values: ['all', 'any'],
    graph: {
      start: ['start', 'a', 'b'],
      a: ['agent', 'x'],
      b: ['agent', 'x'],
      x: ['?', 'yes', 'no'],
      yes: ['agent', 'end'],
      no: ['agent', 'end'],
      end: ['end'],
    },
    more: { x: { routes: [{ when: { field: 'score', operator: 'gte', value: 5 }, next_id: 'yes' }] } },
  },
  { kind: 'memory_retrieval', property: 'query', values: ['prices', 'risks'] },
  { kind: 'memory_retrieval', property: 'max_results', values: [1, 2] },
  { kind: 'memory_retrieval', property: 'time_range_days', values: [7, 30] },
  { kind: 'memory_retrieval', property: 'relevance_threshold', values: [0.2, 0.8] },
  { kind: 'memory_retrieval', property: 'include_verdicts', values: [true, false] },
  joining('memory_retrieval'),
  {
    kind: 'context_synth',
    property: 'max_recent_rounds',
    values: [1, 2],
    graph: {
      start: ['start', 'x'],
      x: ['?', 'judge'],
      judge: ['agent', 'loop'],
      loop: ['loop', 'x', 'end'],
      end: ['end'],
    },
    more: JUDGE,
  },
  {
    kind: 'context_synth',
    property: 'join',
    values: ['all', 'any'],
    graph: {
      start: ['start', 'f'],
      f: ['parallel', 'a', 'b'],
      a: ['agent', 'x'],
      b: ['agent', 'x'],
      x: ['?', 'loop'],
      loop: ['loop', 'f', 'end'],
      end: ['end'],
    },
  },
  { kind: 'end', property: 'model', values: ['one', 'two'] },
  { kind: 'end', property: 'provider', values: ['one', 'two'], more: { x: { model: 'm' } } },
  { kind: 'end', property: 'system_prompt', values: ['Be short.', 'Be long.'] },
  { kind: 'end', property: 'summary_prompt', values: ['Be short.', 'Be long.'] },
  { kind: 'end', property: 'join', values: ['all', 'any'] },
];

/** `end` is its own end. */
const ENDS = {
  line: { start: ['start', 'a'], a: ['agent', 'x'], x: ['?'] },
  meet: { start: ['start', 'a', 'b'], a: ['agent', 'x'], b: ['agent', 'x'], x: ['?'] },
} as const;

function graphFor({ kind, property, graph, more = {} }: Row, value: unknown): GraphDefinition {
  const shape =
    kind === 'end' ? (property === 'join' ? ENDS.meet : ENDS.line) : (graph ?? (kind === 'parallel' ? ALONE : LINE));
  const kinds = Object.fromEntries(
    Object.entries(shape).map(([id, [type, ...next]]) => [
      id,
      [type === '?' ? kind : type, ...next] as [string, ...string[]],
    ]),
  );
  return graphOf(kinds, { ...more, x: { ...more['x'], [property]: value } });
}

/** Everything that somebody outside can see of a run: its log, and what was asked of models, tools and memory. */
function observe(row: Row, value: unknown): string {
  const graph = graphFor(row, value);
  expect(validateGraph(graph)).toEqual([]);
  const queries: unknown[] = [];
  const created = sessionOf(graph, { seats: seated(graph), evidence_sources: ['a source'] });
  const decide = (): ReviewAction | undefined => undefined;
  const { log, requests } = playSession(created, {
    answer,
    decide,
    recall: ({ query }) => {
      queries.push(query);
      return [];
    },
    ...row.script,
  });
  return JSON.stringify({ log: log.slice(1), requests, queries });
}

describe('each property of each kind of node', () => {
  it.each(ROWS.map((row) => [`${row.kind} ${row.property}`, row] as const))(
    '%s: two values, two runs',
    (_name, row) => {
      const [one, other] = row.values;
      expect(observe(row, one)).not.toBe(observe(row, other));
      // The difference is the value's, not of two runs.
      if (row.script?.answer === undefined) expect(observe(row, one)).toBe(observe(row, one));
    },
  );

  it('is in this table', () => {
    const known = new Set(ROWS.map(({ kind, property }) => `${kind} ${property}`));
    const all = [...RUNNABLE_KINDS.values()].flatMap(({ kind, properties }) =>
      Object.keys((properties as unknown as { readonly shape: object }).shape).map((property) => `${kind} ${property}`),
    );
    expect(all.filter((name) => !known.has(name))).toEqual([]);
    expect(all.length).toBeGreaterThan(50);
  });

  it('is refused when it would do nothing', () => {
    for (const kind of RUNNABLE_KINDS.values()) {
      expect(kind.properties.safeParse({ colour: 'red' }).error?.issues.map(({ code }) => code)).toContain(
        'unrecognized_keys',
      );
    }
  });
});
