import { setImmediate as breathe } from 'node:timers/promises';
import type { Closeness } from './closeness.js';

const DAMPING = 0.85;
const ROUNDS = 40;
const ROWS_A_BREATH = 16;

interface Edge {
  readonly to: number;
  readonly weight: number;
}

/** TextRank over the graph of near sentences; the most central sentence has 1. */
export async function textRank(count: number, closeness: Closeness, signal: AbortSignal): Promise<readonly number[]> {
  const edges = await joinNear(count, closeness, signal);
  const degrees = edges.map((list) => list.reduce((sum, { weight }) => sum + weight, 0));
  let ranks: readonly number[] = edges.map(() => 1);
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = ranks;
    const share = ({ to, weight }: Edge): number => ((before[to] ?? 0) * weight) / (degrees[to] ?? 1);
    ranks = edges.map((list) => 1 - DAMPING + DAMPING * list.reduce((sum, edge) => sum + share(edge), 0));
  }
  const highest = Math.max(...ranks);
  return ranks.map((rank) => rank / highest);
}

async function joinNear(count: number, closeness: Closeness, signal: AbortSignal): Promise<readonly Edge[][]> {
  const edges: Edge[][] = Array.from({ length: count }, () => []);
  for (let a = 0; a < count; a += 1) {
    if (a % ROWS_A_BREATH === 0) await breathe(undefined, { signal });
    for (let b = a + 1; b < count; b += 1) {
      const weight = closeness.between(a, b);
      if (weight <= closeness.edge) continue;
      edges[a]?.push({ to: b, weight });
      edges[b]?.push({ to: a, weight });
    }
  }
  return edges;
}
