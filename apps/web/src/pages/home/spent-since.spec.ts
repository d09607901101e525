import { describe, expect, it } from '@jest/globals';
import type { Session } from '@/api/queries/sessions';
import { spentSince } from './spent-since';

const session = (created_at: string, cost_usd: number | null, is_estimated = false): Session =>
  ({ created_at, usage: { input_tokens: 1, output_tokens: 1, cost_usd, is_estimated } }) as Session;

describe('what was spent', () => {
  const since = new Date('2026-03-03T00:00:00Z');

  it('counts what was started since then', () => {
    const sessions = [
      session('2026-03-04T00:00:00Z', 0.5),
      session('2026-03-03T00:00:00Z', 0.25),
      session('2026-03-02T23:59:59Z', 9),
    ];
    expect(spentSince(sessions, since)).toEqual({ usd: 0.75, sessions: 2, isPartly: false, isEstimated: false });
  });

  it('says that a price is unknown, or estimated', () => {
    const sessions = [session('2026-03-04T00:00:00Z', null), session('2026-03-04T00:00:00Z', 0.1, true)];
    expect(spentSince(sessions, since)).toMatchObject({ usd: 0.1, isPartly: true, isEstimated: true });
    expect(spentSince([session('2026-03-04T00:00:00Z', 0, true)], since).isEstimated).toBe(false);
  });
});
