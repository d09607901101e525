import type { GraphDefinition, ReviewAction, SessionCreated } from '@council/contracts';
import { RUNNABLE_KINDS, SEEDED_AGENTS, validateGraph } from '@council/council-core';
import {
  ALONE,
  graphOf,
  LINE,
  OTHER_AGENT,
  playedAnswer,
  playSession,
  PROPERTY_ROWS,
  type PropertyRow,
  sessionOf,
  THIRD_AGENT,
} from '@council/testing';
import { describe, expect, it } from '@jest/globals';
import type { AgentEntity } from '../agents/agent.entity.js';
import { assignSeats } from './seat-assignment.js';
import { draftSeats } from './seat-wishes.js';

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

/** `end` is its own end. */
const ENDS = {
  line: { start: ['start', 'a'], a: ['agent', 'x'], x: ['?'] },
  meet: { start: ['start', 'a', 'b'], a: ['agent', 'x'], b: ['agent', 'x'], x: ['?'] },
} as const;

function graphFor({ kind, property, graph, more = {} }: PropertyRow, value: unknown): GraphDefinition {
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
function observe(row: PropertyRow, value: unknown): string {
  const graph = graphFor(row, value);
  expect(validateGraph(graph)).toEqual([]);
  const queries: unknown[] = [];
  const created = sessionOf(graph, { seats: seated(graph), evidence_sources: ['a source'] });
  const decide = (): ReviewAction | undefined => undefined;
  const { log, requests } = playSession(created, {
    answer: playedAnswer,
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
  it.each(PROPERTY_ROWS.map((row) => [`${row.kind} ${row.property}`, row] as const))(
    '%s: two values, two runs',
    (_name, row) => {
      const [one, other] = row.values;
      expect(observe(row, one)).not.toBe(observe(row, other));
      // The difference is the value's, not of two runs.
      if (row.script?.answer === undefined) expect(observe(row, one)).toBe(observe(row, one));
    },
  );

  it('is in this table', () => {
    const known = new Set(PROPERTY_ROWS.map(({ kind, property }) => `${kind} ${property}`));
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
