import type { EstimatedSeat, EstimateWarning } from '@council/contracts';
import { formatSeconds } from './format-seconds.js';

const HIGH_COST_USD = 0.3;
const LONG_SECONDS = 300;
const MANY_NODES = 12;
const MANY_CALLS = 10;

/** What somebody should know before the council is convened, and what to do about it. */
export function estimateWarnings(facts: {
  readonly cost: number | null;
  readonly seconds: number;
  readonly breakdown: readonly EstimatedSeat[];
  readonly nodes: number;
}): readonly EstimateWarning[] {
  const { cost, seconds, breakdown, nodes } = facts;
  const calls = breakdown.reduce((sum, seat) => sum + seat.calls, 0);
  return [
    ...priceUnknown(breakdown),
    ...(cost !== null && cost > HIGH_COST_USD ? [highCost(cost, breakdown)] : []),
    ...(seconds > LONG_SECONDS
      ? [
          {
            type: 'long_duration' as const,
            message: `The council will take about ${formatSeconds(seconds)}.`,
            suggestion: 'Let seats speak in parallel, or give the slowest of them a faster model.',
          },
        ]
      : []),
    ...(nodes > MANY_NODES || calls > MANY_CALLS
      ? [
          {
            type: 'complex_workflow' as const,
            message: `The workflow has ${nodes} nodes and calls models ${calls} times.`,
            suggestion: 'Each call can fail and each costs: leave out the seats that decide nothing.',
          },
        ]
      : []),
  ];
}

function priceUnknown(breakdown: readonly EstimatedSeat[]): EstimateWarning[] {
  const unknown = breakdown.filter((seat) => seat.estimated_cost === null);
  if (unknown.length === 0) return [];
  const models = [...new Set(unknown.map((seat) => `${seat.provider}/${seat.model}`))].join(', ');
  return [
    {
      type: 'price_unknown',
      message: `The price of ${models} is not known, and so the cost is not.`,
      suggestion: 'Enter the price with PUT /api/v1/models/pricing.',
    },
  ];
}

function highCost(cost: number, breakdown: readonly EstimatedSeat[]): EstimateWarning {
  const [dearest] = breakdown.toSorted((left, right) => (right.estimated_cost ?? 0) - (left.estimated_cost ?? 0));
  const other = dearest?.alternatives[0];
  const suggestion =
    dearest === undefined || other === undefined
      ? 'Shorten the document, or leave out seats.'
      : `${dearest.agent_name} with ${other.provider}/${other.model} would save about ${usd(other.saves_usd)}.`;
  return { type: 'high_cost', message: `The council will cost about ${usd(cost)}.`, suggestion };
}

const usd = (value: number): string => `${value.toFixed(2)} USD`;
