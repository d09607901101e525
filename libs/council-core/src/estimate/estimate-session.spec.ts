import type { GraphDefinition, Price, SessionCreated } from '@council/contracts';
import { DEBATE, graphOf, sessionOf } from '@council/testing';
import { describe, expect, it } from '@jest/globals';
import { costRange, INPUT_SPREAD, RANGE_FACTOR_MAX } from './cost-range.js';
import { type EstimateBasis, estimateSession } from './estimate-session.js';
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
    const { affirmative, negative, adjudicator } = EXPECTED_OUTPUT;
    expect(output).toBe(affirmative.expected + negative.expected + adjudicator.expected);
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
    expect(long.estimated_tokens.input - short.estimated_tokens.input).toBeCloseTo(
      3 * 5_000 * INPUT_SPREAD.en.expected,
      -2,
    );
    const [debater, , judge] = short.breakdown;
    expect((judge?.estimated_tokens.input ?? 0) - (debater?.estimated_tokens.input ?? 0)).toBeGreaterThan(2_000);
  });

  it('counts the calls of tools, what they give back, and that it is all read again', () => {
    const solo = { start: ['start', 'a'], a: ['agent', 'end'], end: ['end'] } as const;
    const seat = (tools: readonly string[]) => ({ a: { agent_uuid: '00000000-0000-4000-8000-000000000000', tools } });
    const document = `${'word '.repeat(2_000)}\n`;
    const [none, reading, writing] = [[], ['read_file'], ['read_file', 'write_file']].map((tools) =>
      estimate(priced(CENTS, { document }, graphOf(solo, seat(tools)))),
    );
    expect([none, reading, writing].map((made) => made?.breakdown[0]?.calls)).toEqual([1, 2, 3]);
    const input = (made: typeof none) => made?.estimated_tokens.input ?? 0;
    // Once in the prompt; once more in it and once as the answer of the tool.
    expect(input(reading)).toBeGreaterThan(2.9 * input(none));
    // Who writes says the whole document again.
    expect((writing?.estimated_tokens.output ?? 0) - (none?.estimated_tokens.output ?? 0)).toBeGreaterThan(2_500);
    expect(writing?.cost_range_usd?.low).toBeGreaterThan(none?.cost_range_usd?.low ?? Infinity);
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
    expect(estimate(priced(CENTS)).estimated_duration).toEqual({ seconds: 53, formatted: '53 s' });
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

describe('the range of an estimate', () => {
  it('leaves room above for what is not foreseen, and never more than a factor of 3', () => {
    expect(costRange({ low: 10, expected: 11, high: 12 })).toEqual({ low: 10, expected: 11, high: 18 });
    expect(costRange({ low: 10, expected: 15, high: 25 })).toEqual({ low: 10, expected: 15, high: 30 });
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
