import type { GraphDefinition, LogEvent, NewEvent, Price, SessionCreated } from '@council/contracts';
import { DEBATE, graphOf, judgement, sessionOf } from '@council/testing';
import { describe, expect, it } from '@jest/globals';
import { dueEffects } from '../session/due-effects.js';
import type { CallModelEffect } from '../session/effects.js';
import { fold } from '../session/fold.js';
import { settleTurn } from '../session/settle-turn.js';
import { EMPTY_STATE } from '../session/state.js';
import { RANGE_FACTOR_MAX } from './cost-range.js';
import { type EstimateBasis, estimateSession } from './estimate-session.js';
import { estimateRequestTokens } from './estimate-tokens.js';
import { EXPECTED_OUTPUT } from './expected-output.js';

const BASIS: EstimateBasis = { tokensPerSecond: () => null, candidates: [], isDocumentAssumed: false };
const estimate = (created: SessionCreated, more: Partial<EstimateBasis> = {}) =>
  estimateSession(created, { ...BASIS, ...more });

/** Every seat at this price. */
const priced = (price: Price, more: Partial<SessionCreated> = {}, graph: GraphDefinition = DEBATE): SessionCreated => {
  const created = sessionOf(graph, more);
  return { ...created, seats: created.seats.map((seat) => ({ ...seat, price })) };
};
const CENTS: Price = { input_per_1k: 0.01, output_per_1k: 0.03 };

describe('an estimate', () => {
  it('adds up: seats to agents, to nodes, to the total, at the seats own prices', () => {
    const made = estimate(priced(CENTS));
    const { input, output, total } = made.estimated_tokens;
    expect(output).toBe(1_000 + 1_000 + 1_200);
    expect(total).toBe(input + output);
    expect(made.total_cost_usd).toBeCloseTo((input * 0.01 + output * 0.03) / 1_000, 9);
    const sum = (values: readonly (number | null)[]) => values.reduce<number>((all, value) => all + (value ?? 0), 0);
    expect(sum(Object.values(made.agent_breakdown))).toBeCloseTo(made.total_cost_usd ?? 0, 9);
    expect(sum(Object.values(made.node_breakdown).map((node) => node.cost_usd))).toBeCloseTo(
      made.total_cost_usd ?? 0,
      9,
    );
    expect(Object.keys(made.node_breakdown).sort()).toEqual(Object.keys(DEBATE.nodes).sort());
    expect(made.node_breakdown['start']).toEqual({ cost_usd: 0, tokens: 0 });
  });

  it('counts the real document once a seat, and what the judge reads of the others', () => {
    const short = estimate(priced(CENTS, { document: 'a\n' }));
    const long = estimate(priced(CENTS, { document: `${'word '.repeat(4_000)}\n` }));
    expect(long.estimated_tokens.input - short.estimated_tokens.input).toBeCloseTo(3 * 5_000, -2);
    const [debater, , judge] = short.breakdown;
    expect((judge?.estimated_tokens.input ?? 0) - (debater?.estimated_tokens.input ?? 0)).toBeGreaterThan(2_000);
  });

  it('stops at max_tokens', () => {
    const created = priced(CENTS);
    const seats = created.seats.map((seat) => ({
      ...seat,
      agent: seat.agent && { ...seat.agent, model_config: { ...seat.agent.model_config, max_tokens: 50 } },
    }));
    expect(estimate({ ...created, seats }).estimated_tokens.output).toBe(150);
  });

  it('waits for those that speak at once as long as for one of them', () => {
    const made = estimate(priced(CENTS), { tokensPerSecond: () => 100 });
    expect(made.estimated_duration).toEqual({ seconds: 22, formatted: '22 s' });
    expect(estimate(priced(CENTS)).estimated_duration).toEqual({ seconds: 55, formatted: '55 s' });
  });

  it('does not guess: one unknown price leaves the sum open, says so, and keeps what is known', () => {
    const created = priced(CENTS);
    const seats = created.seats.map((seat, at) => (at === 0 ? { ...seat, price: null } : seat));
    const made = estimate({ ...created, seats });
    expect(made).toMatchObject({ total_cost_usd: null, cost_range_usd: null, warnings: [{ type: 'price_unknown' }] });
    expect(made.breakdown[1]?.estimated_cost).toBeGreaterThan(0);
    expect(made.token_range.expected).toBe(made.total_tokens);
  });

  it('costs nothing where the rehearsal engine speaks', () => {
    const created = priced({ input_per_1k: 0, output_per_1k: 0 }, { engine: { kind: 'extractive', name: 'r' } });
    expect(estimate(created)).toMatchObject({
      total_cost_usd: 0,
      cost_range_usd: { low: 0, expected: 0, high: 0 },
      warnings: [],
    });
  });

  it('names the cheapest other models, and none that costs as much', () => {
    const candidates = [
      { provider: 'p', model: 'dear', input_per_1k: 1, output_per_1k: 1 },
      { provider: 'p', model: 'same', ...CENTS },
      ...['b', 'a', 'd', 'c'].map((model, at) => ({ provider: 'p', model, input_per_1k: at / 1e4, output_per_1k: 0 })),
    ];
    const [seat] = estimate(priced(CENTS), { candidates }).breakdown;
    expect(seat?.alternatives.map(({ model }) => model)).toEqual(['b', 'a', 'd']);
    expect(seat?.alternatives[0]).toMatchObject({ estimated_cost: 0, saves_usd: seat?.estimated_cost });
  });

  it('warns of what is dear, long or large', () => {
    const names = Array.from({ length: 12 }, (_, at) => `s${at}`);
    const line = graphOf({
      start: ['start', 's0'],
      ...Object.fromEntries(names.map((name, at) => [name, ['agent', names[at + 1] ?? 'end'] as const])),
      end: ['end'],
    });
    const { warnings } = estimate(priced(CENTS, {}, line), { tokensPerSecond: () => 20 });
    expect(warnings.map(({ type }) => type)).toEqual(['high_cost', 'long_duration', 'complex_workflow']);
  });
});

/** mulberry32: the same 200 runs every time. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const RUNS = 200;
const FREE_START = { start: ['start', 'a'], a: ['agent', 'end'], end: ['end'] } as const;
const CHAIN = {
  start: ['start', 'a'],
  a: ['agent', 'b'],
  b: ['agent', 'c'],
  c: ['agent', 'end'],
  end: ['end'],
} as const;
const PANEL = {
  start: ['start', 'a', 'b', 'c', 'd'],
  a: ['agent', 'judge'],
  b: ['agent', 'judge'],
  c: ['agent', 'judge'],
  d: ['agent', 'judge'],
  judge: ['agent', 'end'],
  end: ['end'],
} as const;
const GRAPHS: readonly GraphDefinition[] = [DEBATE, graphOf(FREE_START), graphOf(CHAIN), graphOf(PANEL)];
/** USD per 1,000 tokens: from a model for which reading costs more to one for which writing does. */
const PRICES: readonly Price[] = [
  { input_per_1k: 0.0025, output_per_1k: 0.01 },
  { input_per_1k: 0.00014, output_per_1k: 0.00028 },
  { input_per_1k: 0.03, output_per_1k: 0.06 },
  { input_per_1k: 0.00105, output_per_1k: 0.00105 },
  { input_per_1k: 0, output_per_1k: 0.02 },
  { input_per_1k: 0.002, output_per_1k: 0 },
];

/** What the session really costs: the engine plays it, and each model counts its own way and says what it likes. */
function realCost(created: SessionCreated, random: () => number): number {
  const tokenizers = new Map(created.seats.map(({ node_id }) => [node_id, 0.85 + 0.3 * random()]));
  let state = fold(place([{ event: 'session:created', data: created }], 0), EMPTY_STATE);
  for (;;) {
    const effect = dueEffects(state)[0];
    if (effect === undefined) return state.usage.cost_usd ?? Number.NaN;
    if (effect.type === 'call-tool') throw new Error('nobody asked for tools');
    const events = effect.type === 'append' ? effect.events : speak(state, effect);
    state = fold(place(events, state.lastSeq), state);
  }
  function speak(now: typeof state, call: CallModelEffect): readonly NewEvent[] {
    const { low, high } = EXPECTED_OUTPUT[call.stance];
    const outputTokens = Math.round(low + (high - low) * random());
    const tokenizer = tokenizers.get(call.nodeId) ?? 1;
    const inputTokens = Math.round(estimateRequestTokens(call.request) * tokenizer);
    const words = 'text '.repeat(Math.round((outputTokens * 4) / 5 / tokenizer));
    const content = call.stance === 'adjudicator' ? `${words}\n${judgement([80, 70, 60])}` : words;
    const spent = { inputTokens, outputTokens, isEstimated: false, latencyMs: 1 };
    return settleTurn(now, call, { attempt: 1, content, toolCalls: [], ...spent });
  }
}

const place = (events: readonly NewEvent[], after: number): LogEvent[] =>
  events.map((event, at) => ({ ...event, seq: after + at + 1, timestamp: '' }));

function randomSession(random: () => number): SessionCreated {
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const words = Math.round(10 ** (1 + 4 * random()));
  const document = Array.from({ length: Math.ceil(words / 12) }, () => `${'lorem ipsum '.repeat(6)}\n`).join('');
  const created = sessionOf(pick(GRAPHS), { document });
  return { ...created, seats: created.seats.map((seat) => ({ ...seat, price: pick(PRICES) })) };
}

describe('the range of an estimate', () => {
  it(`holds the real cost of at least 95 % of ${RUNS} runs, and its ends differ by at most a factor of 3`, () => {
    const random = generator(20_260_101);
    let inside = 0;
    for (let run = 0; run < RUNS; run += 1) {
      const created = randomSession(random);
      const range = estimate(created).cost_range_usd;
      if (range === null) throw new Error('a price is unknown');
      expect(range.high).toBeLessThanOrEqual(range.low * RANGE_FACTOR_MAX * (1 + 1e-9));
      expect(range.expected).toBeGreaterThanOrEqual(range.low);
      expect(range.expected).toBeLessThanOrEqual(range.high);
      const real = realCost(created, random);
      if (real >= range.low && real <= range.high) inside += 1;
    }
    expect(inside).toBeGreaterThanOrEqual(RUNS * 0.95);
  });

  it('is drawn together where many long answers would pull it apart', () => {
    const names = Array.from({ length: 30 }, (_, at) => `s${at}`);
    const panel = graphOf({
      start: ['start', ...names],
      ...Object.fromEntries(names.map((name) => [name, ['agent', 'judge'] as const])),
      judge: ['agent', 'end'],
      end: ['end'],
    });
    const created = sessionOf(panel, { document: 'a\n' });
    const seats = created.seats.map((seat) =>
      seat.node_id === 'judge'
        ? { ...seat, price: { input_per_1k: 1, output_per_1k: 0 } }
        : { ...seat, price: { input_per_1k: 0, output_per_1k: 0 } },
    );
    const range = estimate({ ...created, seats }).cost_range_usd;
    expect((range?.high ?? 0) / (range?.low ?? 1)).toBeCloseTo(RANGE_FACTOR_MAX, 6);
  });
});
