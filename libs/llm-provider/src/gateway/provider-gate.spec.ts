import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { ProviderGate } from './provider-gate.js';
import type { ProviderLimits } from './provider-limits.js';
import { Slots } from './slots.js';

const NO_RATE = { requestsPerMinute: null, tokensPerMinute: null };
const PATIENCE_MS = 60_000;
const gateOf = (limits: Partial<ProviderLimits>, shared = new Slots(8)) =>
  new ProviderGate({ maxConcurrency: 8, ...NO_RATE, ...limits }, shared);
const never = new AbortController().signal;
const enter = (gate: ProviderGate, estimatedTokens = 1, signal = never, model = 'm', patienceMs = PATIENCE_MS) =>
  gate.enter({ model, estimatedTokens, who: `P (${model})` }, signal, patienceMs);

/** Whether somebody who asks now is made to wait. */
async function isHeld(gate: ProviderGate, tokens = 1): Promise<boolean> {
  const stop = new AbortController();
  const asking = enter(gate, tokens, stop.signal).then(
    () => false,
    () => true,
  );
  await sleep(20);
  stop.abort();
  return asking;
}

describe('the gate before a provider', () => {
  it('lets a provider have no more than its own share of the slots that all share', async () => {
    const shared = new Slots(3);
    const [slow, quick] = [gateOf({ maxConcurrency: 2 }, shared), gateOf({}, shared)];
    await enter(slow);
    const second = await enter(slow);
    expect(await isHeld(slow)).toBe(true);
    await enter(quick);
    expect(await isHeld(quick)).toBe(true);
    second.leave();
    await enter(slow);
  });

  it('gives nothing twice back', async () => {
    const gate = gateOf({ maxConcurrency: 1 });
    const first = await enter(gate);
    first.leave();
    first.leave();
    await enter(gate);
    expect(await isHeld(gate)).toBe(true);
  });

  it.each([
    ['requests', { requestsPerMinute: 600 }, 1],
    ['tokens', { tokensPerMinute: 60_000 }, 100],
  ])('holds %s back, in the order of asking', async (_what, limits, tokens) => {
    const gate = gateOf({ maxConcurrency: 200, ...limits }, new Slots(200));
    const order: number[] = [];
    const begunAt = performance.now();
    await Promise.all(
      Array.from({ length: 103 }, async (_, index) => {
        await enter(gate, tokens);
        order.push(index);
      }),
    );
    // A hundred at once, the rest at the pace of the refill.
    expect(performance.now() - begunAt).toBeGreaterThan(200);
    expect(order).toEqual(Array.from({ length: 103 }, (_, index) => index));
  });

  it('sets the rate right by what was really used', async () => {
    const gate = gateOf({ tokensPerMinute: 600 });
    const first = await enter(gate, 100);
    first.leave(0);
    await enter(gate, 100);
    expect(await isHeld(gate, 100)).toBe(true);
  });

  it('lets nobody through to a model that asked for quiet, and all to the others', async () => {
    const gate = gateOf({ maxConcurrency: 1 });
    gate.pause('m', 150);
    gate.pause('m', 10);
    const begunAt = performance.now();
    let isThrough = false;
    const waiting = enter(gate).then(() => (isThrough = true));
    const other = await enter(gate, 1, never, 'other');
    expect(isThrough).toBe(false);
    other.leave();
    await waiting;
    expect(performance.now() - begunAt).toBeGreaterThan(140);
  });

  it('says so at once when the quiet is longer than the patience, and believes no more than a minute', async () => {
    const gate = gateOf({ maxConcurrency: 1 });
    gate.pause('m', 3_600_000);
    const refusal = { code: 'MODEL.RATE_LIMITED', message: expect.stringContaining('60 s'), isRetryable: false };
    await expect(enter(gate, 1, never, 'm', 50_000)).rejects.toMatchObject(refusal);
    await expect(enter(gate, 1, never, 'm', 50_000)).rejects.toMatchObject(refusal);
  });

  it('gives its slot back when it is stopped in the queue for a rate', async () => {
    const gate = gateOf({ maxConcurrency: 1 });
    gate.pause('m', 100);
    expect(await isHeld(gate)).toBe(true);
    await enter(gate);
  });
});
