import type {
  Estimate,
  EstimatedSeat,
  ModelName,
  PricingEntry,
  SeatSnapshot,
  SessionCreated,
} from '@council/contracts';
import { breadthFirst } from '../graph/topology.js';
import { costUsd } from '../ledger/cost-usd.js';
import { toUsd } from '../ledger/usd.js';
import { type DryRun, dryRun, type DryTurn } from './dry-run.js';
import { expectedOutput, type OutputRange } from './expected-output.js';
import { costRange, INPUT_SPREAD } from './cost-range.js';
import { expectedToolCall } from './expected-tools.js';
import { estimateWarnings } from './estimate-warnings.js';
import { formatSeconds } from './format-seconds.js';

/** What an estimate rests on beside the session itself. */
export interface EstimateBasis {
  /** Measured in past calls; null where the model has never spoken here. */
  readonly tokensPerSecond: (model: ModelName) => number | null;
  /** Models that could be called instead, with their prices. */
  readonly candidates: readonly Pick<PricingEntry, 'provider' | 'model' | 'input_per_1k' | 'output_per_1k'>[];
  readonly isDocumentAssumed: boolean;
}

/** Where no past call says better: what current models of vendors deliver at least, the wait for the first word included. */
const DEFAULT_TOKENS_PER_SECOND = 40;
/** The rehearsal engine reads and quotes at once. */
const EXTRACTIVE_TOKENS_PER_SECOND = 2_000;
const ALTERNATIVES_MAX = 3;
/** In which round a loop's judge is content: at best at once, at worst never, so that the loop takes all its rounds. */
const ROUNDS_UNTIL_CONTENT: Readonly<Record<keyof OutputRange, number>> = { low: 1, expected: 2, high: Infinity };

/** What a session will cost and how long it will take, without running it. Pure. The formulae stand in docs/money.md. */
export function estimateSession(created: SessionCreated, basis: EstimateBasis): Estimate {
  const [low, expected, high] = (['low', 'expected', 'high'] as const).map((end) => rehearse(created, basis, end)) as [
    DryRun,
    DryRun,
    DryRun,
  ];
  const breakdown = seatsOf(created, expected.turns, basis);
  const cost = sumUsd(breakdown.map((seat) => seat.estimated_cost));
  const tokens = tokensOf(expected.turns);
  const range = { low: costOf(low.turns), expected: costOf(expected.turns), high: costOf(high.turns) };
  const seconds = Math.ceil(expected.seconds);
  return {
    total_cost_usd: cost,
    total_tokens: tokens.total,
    node_breakdown: nodesOf(created, breakdown),
    agent_breakdown: agentsOf(breakdown),
    currency: 'USD',
    cost_range_usd: costRange(range),
    token_range: { low: tokensOf(low.turns).total, expected: tokens.total, high: tokensOf(high.turns).total },
    estimated_tokens: tokens,
    estimated_cost: { amount: cost, currency: 'USD' },
    estimated_duration: { seconds, formatted: formatSeconds(seconds) },
    breakdown,
    warnings: [...estimateWarnings({ cost, seconds, breakdown, nodes: Object.keys(created.graph.nodes).length })],
    engine: created.engine,
    is_document_assumed: basis.isDocumentAssumed,
  };
}

export function rehearse(
  created: SessionCreated,
  basis: Pick<EstimateBasis, 'tokensPerSecond'>,
  end: keyof OutputRange,
): DryRun {
  const fallback = created.engine.kind === 'model' ? DEFAULT_TOKENS_PER_SECOND : EXTRACTIVE_TOKENS_PER_SECOND;
  const run = dryRun(created, {
    toolCall: (tools, made, document) => expectedToolCall(tools, made, end, document),
    isContent: (round) => round >= ROUNDS_UNTIL_CONTENT[end],
    outputTokens: (call) => expectedOutput(call.stance, end, call.request.maxTokens),
    tokensPerSecond: (model) => basis.tokensPerSecond(model) ?? fallback,
  });
  const counted = INPUT_SPREAD[created.language][end];
  const turns = run.turns.map((turn) => ({ ...turn, inputTokens: Math.round(turn.inputTokens * counted) }));
  return { ...run, turns };
}

const costOf = (turns: readonly DryTurn[]): number | null =>
  sumUsd(turns.map((turn) => costUsd(turn.seat.price, turn)));

/** Null as soon as one part is unknown: half a sum would read like a whole one. */
const sumUsd = (parts: readonly (number | null)[]): number | null =>
  parts.reduce<number | null>((sum, part) => (sum === null || part === null ? null : toUsd(sum + part)), 0);

function tokensOf(turns: readonly DryTurn[]): Estimate['estimated_tokens'] {
  const input = turns.reduce((sum, turn) => sum + turn.inputTokens, 0);
  const output = turns.reduce((sum, turn) => sum + turn.outputTokens, 0);
  return { input, output, total: input + output };
}

function seatsOf(created: SessionCreated, turns: readonly DryTurn[], basis: EstimateBasis): EstimatedSeat[] {
  const order = breadthFirst(created.graph);
  const seats = created.seats.toSorted((one, other) => order.indexOf(one.node_id) - order.indexOf(other.node_id));
  return seats.flatMap((seat) => {
    const own = turns.filter((turn) => turn.nodeId === seat.node_id);
    if (own.length === 0) return [];
    const cost = costOf(own);
    return {
      node_id: seat.node_id,
      node_name: created.graph.nodes[seat.node_id]?.name ?? '',
      agent_name: seat.name,
      ...seat.used,
      calls: own.length,
      estimated_tokens: tokensOf(own),
      estimated_cost: cost,
      alternatives: cost === null ? [] : alternativesOf(seat, own, cost, basis.candidates),
    };
  });
}

/** Whoever would say as much for less, the cheapest first. */
function alternativesOf(
  { agent }: SeatSnapshot,
  turns: readonly DryTurn[],
  cost: number,
  candidates: EstimateBasis['candidates'],
): EstimatedSeat['alternatives'] {
  return candidates
    .map(({ provider, model, ...price }) => {
      const estimated_cost = sumUsd(turns.map((turn) => costUsd(price, turn))) ?? cost;
      const override = agent === null ? null : { [agent.agent_uuid]: { provider, model } };
      return { provider, model, estimated_cost, saves_usd: toUsd(cost - estimated_cost), override };
    })
    .filter((other) => other.saves_usd > 0)
    .toSorted((left, right) => right.saves_usd - left.saves_usd || left.model.localeCompare(right.model))
    .slice(0, ALTERNATIVES_MAX);
}

/** Every node has its line; those that call no model are free. */
function nodesOf(created: SessionCreated, seats: readonly EstimatedSeat[]): Estimate['node_breakdown'] {
  const costly = new Map(
    seats.map((seat) => [seat.node_id, { cost_usd: seat.estimated_cost, tokens: seat.estimated_tokens.total }]),
  );
  return Object.fromEntries(
    Object.keys(created.graph.nodes).map((id) => [id, costly.get(id) ?? { cost_usd: 0, tokens: 0 }]),
  );
}

function agentsOf(seats: readonly EstimatedSeat[]): Estimate['agent_breakdown'] {
  const names = [...new Set(seats.map((seat) => seat.agent_name))];
  return Object.fromEntries(
    names.map((name) => [
      name,
      sumUsd(seats.filter((seat) => seat.agent_name === name).map((seat) => seat.estimated_cost)),
    ]),
  );
}
