import type { BreakerLimits, Engine } from '@council/contracts';
import { graphOf, judgement, playSession, sessionOf } from '@council/testing';
import { describe, expect, it } from '@jest/globals';
import { trippedBy } from './tripped-by.js';

const ROUNDS = graphOf(
  { start: ['start', 'judge'], judge: ['agent', 'loop'], loop: ['loop', 'judge', 'end'], end: ['end'] },
  {
    judge: { agent_uuid: '00000000-0000-4000-8000-000000000000', output_format: 'structured_verdict' },
    loop: { max_rounds: 3 },
  },
);
const OFF: BreakerLimits = {
  rounds: null,
  spend_factor: null,
  similarity: null,
  entropy: null,
  active_minutes: null,
  token_rate: null,
};

/** Three rounds in which the judge says the same. */
function repeats(kind: Engine['kind'], limits: Partial<BreakerLimits>) {
  const created = sessionOf(ROUNDS, { engine: { kind, name: kind }, limits: { ...OFF, ...limits } });
  return trippedBy(playSession(created, { answer: () => judgement([60, 60, 60]) }).state);
}

describe('the breaker of repetition', () => {
  it('opens at the third answer that is the same', () => {
    expect(repeats('model', { similarity: 0.95 })).toMatchObject({ reason: 'repetition', value: 1, limit: 0.95 });
    expect(repeats('model', {})).toBeNull();
  });

  it('leaves the rehearsal engine alone, which reads the same document the same, and no other breaker does', () => {
    expect(repeats('extractive', { similarity: 0.95 })).toBeNull();
    expect(repeats('extractive', { rounds: 2 })).toMatchObject({ reason: 'rounds', value: 3 });
  });
});
