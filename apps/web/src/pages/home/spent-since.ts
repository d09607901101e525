import type { Session } from '@/api/queries/sessions';

export interface Spend {
  readonly usd: number;
  readonly sessions: number;
  /** Some sessions used a model whose price is unknown: they are in the count, not in the sum. */
  readonly isPartly: boolean;
  readonly isEstimated: boolean;
}

/** What the sessions that were created since then have cost. */
export function spentSince(sessions: readonly Session[], since: Date): Spend {
  const recent = sessions.filter(({ created_at }) => new Date(created_at) >= since);
  return {
    usd: recent.reduce((sum, { usage }) => sum + (usage.cost_usd ?? 0), 0),
    sessions: recent.length,
    isPartly: recent.some(({ usage }) => usage.cost_usd === null),
    isEstimated: recent.some(({ usage }) => usage.is_estimated && usage.cost_usd !== 0),
  };
}
