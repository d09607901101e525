import { describe, expect, it } from '@jest/globals';
import { sessionState } from './session-state';

type Given = Parameters<typeof sessionState>[0];
const plain: Given = { status: 'running', outcome: null, waiting_for: [], lock: null };
const review = { review_uuid: 'r', node_id: 'n', round: 1, reason: '', expires_at: null };
const lock = { detail: '', at: '' } as Given['lock'];

describe('the one word for a session', () => {
  it.each([
    [plain, 'running'],
    [{ ...plain, waiting_for: [review] }, 'waiting'],
    [{ ...plain, status: 'paused' as const }, 'paused'],
    [{ ...plain, status: 'paused' as const, lock }, 'locked'],
    [{ ...plain, status: 'completed' as const, outcome: 'full' as const }, 'completed'],
    [{ ...plain, status: 'completed' as const, outcome: 'degraded' as const }, 'degraded'],
    [{ ...plain, status: 'completed' as const, outcome: 'capped' as const }, 'capped'],
    [{ ...plain, status: 'cancelled' as const, outcome: 'early' as const }, 'cancelled'],
  ])('%#: %j', (session, name) => {
    expect(sessionState(session).name).toBe(name);
  });

  it('is alive only while something moves', () => {
    expect(sessionState(plain).isLive).toBe(true);
    expect(sessionState({ ...plain, waiting_for: [review] }).isLive).toBe(false);
  });
});
