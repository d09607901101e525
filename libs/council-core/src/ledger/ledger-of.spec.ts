import type { LogEvent, NewEvent } from '@council/contracts';
import { DEBATE, sessionOf } from '@council/testing';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { orphanEvents } from '../session/fail-attempt.js';
import { fold } from '../session/fold.js';
import { ledgerOf } from './ledger-of.js';

const place = (events: readonly NewEvent[]): LogEvent[] =>
  events.map((event, at) => ({ ...event, seq: at + 1, timestamp: new Date(at * 1_000).toISOString() }));

const created: NewEvent = { event: 'session:created', data: sessionOf(DEBATE) };
const TURN = 'negative#1';
const speaker = { turn_id: TURN, agent_id: null, provider: 'scripted', model: 'one' };
const ended = (status: 'completed' | 'cancelled'): NewEvent => ({
  event: 'execution:completed',
  data: { status, outcome: null },
});

const started = (attempt: number, turn = TURN): NewEvent => ({
  event: 'model_call:started',
  node_id: turn.split('#')[0] ?? '',
  data: { ...speaker, turn_id: turn, attempt, reserved: { input_tokens: 900, output_tokens: 50, cost_usd: 2.5 } },
});

interface Spend {
  readonly input: number;
  readonly output: number;
  readonly cost: number | null;
  readonly isEstimated: boolean;
}

const failed = (attempt: number, spend: Spend | null, code = 'MODEL.CUT_STREAM', turn = TURN): NewEvent => ({
  event: 'model_call:failed',
  node_id: turn.split('#')[0] ?? '',
  data: {
    turn_id: turn,
    attempt,
    error: { code, message: 'it broke' },
    retry_in_ms: null,
    usage:
      spend === null
        ? null
        : {
            input_tokens: spend.input,
            output_tokens: spend.output,
            is_estimated: spend.isEstimated,
            estimated_cost_usd: spend.cost,
          },
    latency_ms: 7,
    partial_text: 'half',
  },
});

function spoken(attempt: number, spend: Spend, turn = TURN): NewEvent[] {
  const own = { ...speaker, turn_id: turn };
  const node_id = turn.split('#')[0] ?? '';
  return [
    {
      event: 'message:completed',
      node_id,
      data: { ...own, attempt, agent_name: 'n', content: 'All of it.', references: [], latency_ms: 9 },
    },
    {
      event: 'token_usage',
      node_id,
      data: {
        ...own,
        attempt,
        input_tokens: spend.input,
        output_tokens: spend.output,
        is_estimated: spend.isEstimated,
        total_tokens: 0,
        estimated_cost_usd: spend.cost,
        cumulative_session_tokens: 0,
        cumulative_session_cost_usd: null,
      },
    },
  ];
}

const SPEND: Spend = { input: 100, output: 20, cost: 0.5, isEstimated: true };

describe('ledgerOf', () => {
  it('has a row an attempt, the failed one with what it used', () => {
    const log = place([created, started(1), failed(1, SPEND), started(2), ...spoken(2, { ...SPEND, cost: 0.25 })]);
    expect(ledgerOf(log)).toEqual({
      items: [
        {
          node_id: 'negative',
          seat: 'negative',
          turn_id: TURN,
          attempt: 1,
          provider: 'scripted',
          model: 'one',
          started_at: '1970-01-01T00:00:01.000Z',
          latency_ms: 7,
          input_tokens: 100,
          output_tokens: 20,
          is_estimated: true,
          cost_usd: 0.5,
          is_cached: false,
          is_inherited: false,
          outcome: 'failed',
          error: { code: 'MODEL.CUT_STREAM', message: 'it broke' },
          partial_text_length: 4,
        },
        expect.objectContaining({ attempt: 2, outcome: 'completed', latency_ms: 9, cost_usd: 0.25, error: null }),
      ],
      totals: {
        attempts: 2,
        input_tokens: 200,
        output_tokens: 40,
        cost_usd: 0.75,
        is_estimated: true,
        currency: 'USD',
      },
    });
  });

  it('calls an attempt that a crash cut an orphan, which costs all that it could have cost', () => {
    const crashed = place([created, started(1)]);
    const log = place([created, started(1), ...orphanEvents(fold(crashed)), started(2), ...spoken(2, SPEND)]);
    const { items, totals } = ledgerOf(log);
    expect(items[0]).toMatchObject({
      attempt: 1,
      outcome: 'orphaned',
      input_tokens: 900,
      output_tokens: 50,
      cost_usd: 2.5,
      is_estimated: true,
      latency_ms: null,
    });
    expect(totals).toMatchObject({ attempts: 2, cost_usd: 3 });
    expect(orphanEvents(fold(log))).toEqual([]);
  });

  it('keeps what a fork has inherited in the rows, and out of the totals', () => {
    const forked: NewEvent = {
      event: 'session:forked',
      data: {
        session_uuid: 's',
        seq: 5,
        seats: [],
        inherited_usage: { input_tokens: 100, output_tokens: 20, cost_usd: 0.5, is_estimated: true },
      },
    };
    const log = place([
      created,
      started(1),
      failed(1, SPEND),
      forked,
      started(2),
      ...spoken(2, { ...SPEND, cost: 0.25 }),
    ]);
    const { items, totals } = ledgerOf(log);
    expect(items.map(({ attempt, is_inherited }) => [attempt, is_inherited])).toEqual([
      [1, true],
      [2, false],
    ]);
    expect(totals).toMatchObject({ attempts: 1, input_tokens: 100, cost_usd: 0.25 });
    expect(fold(log).usage).toMatchObject({ input_tokens: 100, cost_usd: 0.25 });
  });

  it('has no row for an attempt in flight, and calls one cancelled that was stopped', () => {
    expect(ledgerOf(place([created, started(1)])).items).toEqual([]);
    expect(ledgerOf(place([created, started(1), failed(1, SPEND, 'MODEL.ABORTED')])).items).toMatchObject([
      { outcome: 'cancelled', cost_usd: 0.5 },
    ]);
  });

  it('bills each call of a turn by its own number: those for tools, those that could not be read, and the last', () => {
    const own = { turn_id: TURN, agent_id: null, content: '', latency_ms: 3 };
    const asked: NewEvent = {
      event: 'tool_calls:requested',
      node_id: 'negative',
      data: { ...own, attempt: 1, calls: [] },
    };
    const refused: NewEvent = {
      event: 'answer:rejected',
      node_id: 'negative',
      data: { ...own, attempt: 2, problem: '?' },
    };
    const billed = (attempt: number, input: number) => spoken(attempt, { ...SPEND, input }).slice(1);
    const log = place([
      created,
      ...[started(1), asked, ...billed(1, 5)],
      ...[started(2), refused, ...billed(2, 6)],
      ...[started(3), ...spoken(3, { ...SPEND, input: 7 })],
    ]);
    expect(ledgerOf(log).items).toMatchObject([
      { attempt: 1, input_tokens: 5, outcome: 'completed', latency_ms: 3 },
      { attempt: 2, input_tokens: 6, outcome: 'rejected', latency_ms: 3 },
      { attempt: 3, input_tokens: 7, outcome: 'completed', latency_ms: 9 },
    ]);
    expect(fold(log).openCalls).toEqual([]);
  });

  it('reads logs from before attempts were metered: what was not counted then costs nothing', () => {
    const data = { turn_id: TURN, attempt: 1, error: { code: 'MODEL.UPSTREAM', message: '503' }, retry_in_ms: null };
    const old: NewEvent = { event: 'model_call:failed', node_id: 'negative', data };
    const log = place([created, started(1), old]);
    expect(ledgerOf(log).items).toMatchObject([{ outcome: 'failed', cost_usd: 0, latency_ms: null }]);
    expect(fold(log).usage).toEqual({ input_tokens: 0, output_tokens: 0, cost_usd: 0, is_estimated: false });
    const [message, bill] = spoken(2, SPEND);
    const { attempt: _attempt, ...unnumbered } = (bill as NewEvent & { event: 'token_usage' }).data;
    const oldBill: NewEvent = { event: 'token_usage', node_id: 'negative', data: unnumbered };
    const later = place([created, started(1), old, started(2), message as NewEvent, oldBill]);
    expect(ledgerOf(later).items[1]).toMatchObject({ attempt: 2, outcome: 'completed', cost_usd: 0.5 });
    expect(fold(later).openCalls).toEqual([]);
  });
});

/** Costs as they come from prices: any multiple of a ten-millionth of a cent. */
const spends = fc.record({
  input: fc.nat(100_000),
  output: fc.nat(10_000),
  cost: fc.option(fc.nat(5_000_000_000).map(toUsdOfBillionths), { freq: 20 }),
  isEstimated: fc.boolean(),
});
/** How the attempts of a turn end, and how the last one does. */
const turns = fc.record({
  broken: fc.array(
    fc.oneof(fc.constant('orphan' as const), fc.record({ spend: fc.option(spends), isStopped: fc.boolean() })),
    { maxLength: 4 },
  ),
  last: fc.option(spends),
});

function toUsdOfBillionths(billionths: number): number {
  return billionths / 1e9;
}

function eventsOf(turn: string, { broken, last }: typeof turns extends fc.Arbitrary<infer T> ? T : never): NewEvent[] {
  const events = broken.flatMap((end, at) => {
    const attempt = at + 1;
    if (end === 'orphan') {
      const begun = started(attempt, turn);
      return [begun, ...orphanEvents(fold(place([created, begun])))];
    }
    const code = end.isStopped ? 'MODEL.ABORTED' : 'MODEL.TIMEOUT';
    return [started(attempt, turn), failed(attempt, end.spend, code, turn)];
  });
  const attempt = broken.length + 1;
  return [...events, started(attempt, turn), ...(last === null ? [] : spoken(attempt, last, turn))];
}

describe('the sums of the ledger', () => {
  it("equal the session's usage exactly, whatever happened in whatever order", () => {
    const logs = fc.record({
      turns: fc.array(turns, { minLength: 1, maxLength: 5 }),
      end: fc.constantFrom(ended('completed'), ended('cancelled'), null),
      order: fc.infiniteStream(fc.nat()),
    });
    fc.assert(
      fc.property(logs, ({ turns: all, end, order }) => {
        const queues = all.map((turn, at) => eventsOf(`n${at}#1`, turn));
        const log = place([created, ...interleave(queues, order), ...(end === null ? [] : [end])]);
        const { items, totals } = ledgerOf(log);
        const { attempts, currency, ...sums } = totals;
        expect(sums).toEqual(fold(log).usage);
        expect(attempts).toBe(items.length);
        expect(attempts + fold(log).openCalls.length).toBe(
          log.filter(({ event }) => event === 'model_call:started').length,
        );
        expect(currency).toBe('USD');
      }),
      { numRuns: 300 },
    );
  });
});

/** Turns of a council speak at once: their events come in any order, each turn's own in its order. */
function interleave(queues: NewEvent[][], order: Iterable<number>): NewEvent[] {
  const left = queues.map((queue) => [...queue]);
  const out: NewEvent[] = [];
  for (const pick of order) {
    const open = left.filter((queue) => queue.length > 0);
    const next = open[pick % Math.max(1, open.length)];
    if (next === undefined) return out;
    // A message and its bill are one append.
    do out.push(...next.splice(0, 1));
    while (next[0]?.event === 'token_usage');
  }
  return out;
}
