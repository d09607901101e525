import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { CircuitBreaker } from './circuit-breaker.js';
import { ModelFault, type ModelFaultCode } from './model-fault.js';

const HALF_OPEN_AFTER_MS = 30_000;
let now: number;
beforeEach(() => {
  now = Date.now();
  jest.spyOn(Date, 'now').mockImplementation(() => now);
});
afterEach(() => {
  jest.restoreAllMocks();
});
const fault = (code: ModelFaultCode) => new ModelFault(code, `P (m): ${code}.`, true);
const settled = () => sleep(0);

async function broken(): Promise<CircuitBreaker> {
  const breaker = new CircuitBreaker({ failures: 3, halfOpenAfterMs: HALF_OPEN_AFTER_MS });
  for (let time = 0; time < 3; time += 1) {
    breaker.begin('P (m)').failed(fault('MODEL.UPSTREAM'));
    await settled();
  }
  return breaker;
}
async function halfOpen(): Promise<CircuitBreaker> {
  const breaker = await broken();
  now += HALF_OPEN_AFTER_MS;
  return breaker;
}
const refusal = expect.objectContaining({ code: 'MODEL.CIRCUIT_OPEN', isRetryable: false });
const begin = (breaker: CircuitBreaker) => () => breaker.begin('P (m)');

describe('a breaker', () => {
  it('refuses after so many faults in a row, and says until when and why', async () => {
    const breaker = await broken();
    expect(begin(breaker)).toThrow(refusal);
    const message = /^P \(m\) keeps failing: left alone until \d{4}-\d\d-\d\dT.+ Last: .+MODEL\.UPSTREAM/;
    expect(begin(breaker)).toThrow(message);
    expect(breaker.refusesUntil).toBe(now + HALF_OPEN_AFTER_MS);
  });

  it.each(['MODEL.REJECTED', 'MODEL.UNAUTHORIZED', 'MODEL.RATE_LIMITED', 'MODEL.TOO_LONG', 'MODEL.EMPTY'] as const)(
    'does not count %s, which says nothing of the upstream',
    async (code) => {
      const breaker = new CircuitBreaker({ failures: 1, halfOpenAfterMs: HALF_OPEN_AFTER_MS });
      breaker.begin('P (m)').failed(fault(code));
      await settled();
      expect(breaker.refusesUntil).toBeNull();
    },
  );

  it('begins to count anew with each success', async () => {
    const breaker = new CircuitBreaker({ failures: 2, halfOpenAfterMs: HALF_OPEN_AFTER_MS });
    for (let time = 0; time < 5; time += 1) {
      breaker.begin('P (m)').failed(fault('MODEL.TIMEOUT'));
      await settled();
      breaker.begin('P (m)').succeeded();
      await settled();
    }
    expect(breaker.refusesUntil).toBeNull();
  });

  it('lets one attempt look, and all when that went well', async () => {
    const breaker = await halfOpen();
    const look = breaker.begin('P (m)');
    expect(begin(breaker)).toThrow(refusal);
    look.succeeded();
    look.abandoned();
    await settled();
    breaker.begin('P (m)').succeeded();
    breaker.begin('P (m)').succeeded();
  });

  it('refuses again when the look failed', async () => {
    const breaker = await halfOpen();
    breaker.begin('P (m)').failed(fault('MODEL.UNREACHABLE'));
    await settled();
    expect(begin(breaker)).toThrow(/until .+ Last: .+MODEL\.UNREACHABLE/);
    expect(breaker.refusesUntil).toBe(now + HALF_OPEN_AFTER_MS);
  });

  it('lets the next one look when the look was broken off', async () => {
    const breaker = await halfOpen();
    breaker.begin('P (m)').abandoned();
    await settled();
    const look = breaker.begin('P (m)');
    expect(begin(breaker)).toThrow(refusal);
    look.failed(fault('MODEL.UPSTREAM'));
    await settled();
    expect(begin(breaker)).toThrow(refusal);
  });
});
