import type { GraphDefinition, Language, Price, SeatSnapshot, SessionCreated, ToolName } from '@council/contracts';
import { estimateSession, fold, ledgerOf, type OutsideTool } from '@council/council-core';
import {
  DEBATE,
  FieldModels,
  graphOf,
  MemoryEventStore,
  pick,
  type Random,
  ScriptedToolBox,
  seededRandom,
  sessionOf,
  UNBOUND,
} from '@council/testing';
import { describe, expect, it } from '@jest/globals';
import { LiveChannel } from './live-channel.js';
import { SessionDriver } from './session-driver.js';

const RUNS = 200;
const ID = '00000000-0000-4000-8000-000000000001';
const LEASE = { sessionUuid: ID, owner: 'test', epoch: 1 };

const panel = (...names: readonly string[]) => ({
  start: ['start', ...names] as const,
  ...Object.fromEntries(names.map((name) => [name, ['agent', 'judge'] as const])),
  judge: ['agent', 'end'] as const,
  end: ['end'] as const,
});
const SOLO = { start: ['start', 'a'], a: ['agent', 'end'], end: ['end'] } as const;
const CHAIN = { ...SOLO, a: ['agent', 'b'], b: ['agent', 'c'], c: ['agent', 'end'] } as const;
const seated = (node: string, more: object) => ({
  [node]: { agent_uuid: '00000000-0000-4000-8000-000000000000', ...more },
});
const tools = (...names: readonly ToolName[]) => ({ tools: names });
const GRAPHS: readonly GraphDefinition[] = [
  DEBATE,
  DEBATE,
  DEBATE,
  DEBATE,
  graphOf(SOLO),
  graphOf(CHAIN),
  graphOf(panel('a', 'b', 'c', 'd')),
  graphOf(panel('a', 'b', 'c'), seated('b', { output_format: 'ballot' })),
  graphOf(CHAIN, seated('a', tools('web_search', 'fetch_page', 'calculator'))),
  graphOf(CHAIN, seated('c', tools('read_file', 'write_file'))),
];
/** Of the list: from models that ask next to nothing to those for which writing costs four times what reading does. */
const PRICES: readonly Price[] = [
  [0.0025, 0.01],
  [0.00015, 0.0006],
  [0.03, 0.06],
  [0.00125, 0.005],
  [0.00014, 0.00028],
  [0.0004, 0.0012],
  [0.00105, 0.00105],
].map(([input_per_1k = 0, output_per_1k = 0]) => ({ input_per_1k, output_per_1k }));
const ANSWERED: Readonly<Record<OutsideTool, number>> = {
  search_document: 500,
  web_search: 800,
  fetch_page: 2_500,
  calculator: 10,
};

/** From a note of ten words to a book's chapter; half of the sessions with a limit of tokens that most answers keep. */
function drawSession(random: Random): SessionCreated {
  const language: Language = random() < 0.25 ? 'zh' : 'en';
  const lines = Math.ceil(10 ** (4 * random()) / 12);
  const line =
    language === 'zh' ? '我们按邮寄方式销售，并在十二个月内收回成本。' : 'lorem ipsum dolor sit amet consectetur elit ';
  const created = sessionOf(pick(random, GRAPHS), { language, document: `${line.repeat(2)}\n`.repeat(lines) });
  const max_tokens = random() < 0.5 ? 4_096 : undefined;
  // Most councils speak through one configured default; the others have a model for each seat.
  const shared = random() < 0.6 ? pick(random, [...PRICES.keys()]) : null;
  const seats = created.seats.map((seat) => {
    const model = shared ?? pick(random, [...PRICES.keys()]);
    const used = { provider: 'scripted', model: `${shared === null ? seat.node_id : 'all'} ${model}` };
    return { ...seat, used, agent: agentOf(seat, max_tokens), price: PRICES[model] ?? null };
  });
  return { ...created, seats };
}

const agentOf = ({ agent, used }: SeatSnapshot, max_tokens: number | undefined): SeatSnapshot['agent'] =>
  agent && {
    ...agent,
    model_config: { ...used, max_tokens },
    capabilities: { web_search: true, code_execution: false, search_provider: '' },
  };

async function realLedger(created: SessionCreated, random: Random) {
  const store = new MemoryEventStore();
  const model = new FieldModels(random, created.language);
  const toolBox = new ScriptedToolBox(({ tool }) => ({
    output: 'word'.repeat(Math.round(ANSWERED[tool] * (0.3 + 1.4 * random()))),
    isError: false,
  }));
  await store.append(ID, null, [{ event: 'session:created', data: created }]);
  const ports = { store, model, tools: toolBox, live: new LiveChannel(), ...UNBOUND };
  await new SessionDriver(LEASE, ports, new AbortController().signal).drive();
  const log = await store.read(ID);
  return { ledger: ledgerOf(log), state: fold(log) };
}

describe('the range of an estimate', () => {
  it(`holds the real cost of at least 95 % of ${RUNS} runs, and its ends differ by at most a factor of 3`, async () => {
    const random = seededRandom(20_260_101);
    const outside: string[] = [];
    const seen = new Map<string, number>();
    for (let run = 0; run < RUNS; run += 1) {
      const created = drawSession(random);
      const range = estimateSession(created, {
        tokensPerSecond: () => null,
        candidates: [],
        isDocumentAssumed: false,
      }).cost_range_usd;
      if (range === null) throw new Error('a price is unknown');
      expect(range.high).toBeLessThanOrEqual(range.low * 3 * (1 + 1e-9));
      expect(range.expected).toBeGreaterThanOrEqual(range.low);
      expect(range.expected).toBeLessThanOrEqual(range.high);
      const { ledger, state } = await realLedger(created, random);
      const { attempts: _attempts, currency: _currency, ...sums } = ledger.totals;
      expect(sums).toEqual(state.usage);
      for (const { outcome } of ledger.items) seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
      const cost = sums.cost_usd ?? Number.NaN;
      if (!(cost >= range.low && cost <= range.high))
        outside.push(`run ${run}: ${cost} is not in ${range.low}..${range.high}`);
    }
    // The draws hold what they are to hold: tools, failures, answers that had to be mended.
    expect([...seen.keys()].sort()).toEqual(['completed', 'failed', 'rejected']);
    expect(outside.slice(RUNS * 0.05)).toEqual([]);
  });
});
