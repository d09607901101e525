import type { BreakerLimits, Trip } from '@council/contracts';
import { describe, expect, it } from '@jest/globals';
import { StreamWatch } from './stream-watch.js';

const LIMITS: BreakerLimits = {
  rounds: 10,
  spend_factor: 3,
  similarity: 0.95,
  entropy: 0.5,
  active_minutes: 10,
  token_rate: { '*': 1_000, slow: 50, free: 0 },
};

/** An answer that says something new in every sentence. */
const honest = (characters: number): string =>
  Array.from(
    { length: Math.ceil(characters / 40) },
    (_, at) => `Point ${at}: the plan gains ${at * 37} and loses. `,
  ).join('');

interface Streamed {
  readonly trip: Trip | null;
  readonly heard: number;
}

function stream(
  text: string,
  options: { piece?: number; everyMs?: number; provider?: string; limits?: BreakerLimits; isThinking?: boolean } = {},
): Streamed {
  const { piece = 8, everyMs = 20, provider = 'openai', limits = LIMITS, isThinking = false } = options;
  const watch = new StreamWatch(limits, provider);
  for (let at = 0, now = 5_000; at < text.length; at += piece, now += everyMs) {
    const trip = watch.hear(text.slice(at, at + piece), isThinking, now);
    if (trip !== null) return { trip, heard: at + piece };
  }
  return { trip: null, heard: text.length };
}

describe('a stream is stopped', () => {
  it('when it repeats one character, long before its end', () => {
    const { trip, heard } = stream(`${honest(3_000)}${'a'.repeat(20_000)}`);
    expect(trip).toMatchObject({ reason: 'entropy', limit: 0.5 });
    expect(heard).toBeLessThan(3_000 + 1_000);
  });

  it('when it thinks so', () => {
    expect(stream('\n'.repeat(5_000), { isThinking: true }).trip).toMatchObject({ reason: 'entropy', value: 0 });
  });

  it('when it repeats a passage', () => {
    const { trip, heard } = stream(`${honest(3_000)}${honest(400).repeat(40)}`);
    expect(trip).toMatchObject({ reason: 'repetition', value: 1, limit: 0.95 });
    expect(heard).toBeLessThan(3_000 + 2_400);
  });

  it('when it is too fast for three seconds, by the limit of its provider', () => {
    expect(stream(honest(40_000), { piece: 100, everyMs: 20 }).trip).toMatchObject({
      reason: 'token_rate',
      limit: 1_000,
    });
    const slow = stream(honest(10_000), { piece: 8, everyMs: 20, provider: 'Slow' });
    expect(slow.trip).toMatchObject({ reason: 'token_rate', limit: 50 });
    expect(slow.heard).toBeLessThanOrEqual(8 * 152);
  });
});

describe('a stream goes on', () => {
  it('when it is honest and fast', () => {
    expect(stream(honest(60_000), { piece: 36, everyMs: 10 }).trip).toBeNull();
  });

  it('when all of it comes at once, or in one large piece after a silence', () => {
    expect(stream(honest(80_000), { piece: 80_000 }).trip).toBeNull();
    expect(stream(honest(80_000), { piece: 4, everyMs: 0.01 }).trip).toBeNull();
    expect(stream(honest(20_000), { piece: 10_000, everyMs: 1_500 }).trip).toBeNull();
  });

  it('when its provider has no limit, or the breaker is off', () => {
    const flood = { piece: 100, everyMs: 20 };
    expect(stream(honest(40_000), { ...flood, provider: 'free' }).trip).toBeNull();
    expect(stream(honest(40_000), { ...flood, limits: { ...LIMITS, token_rate: null } }).trip).toBeNull();
    const silent = { ...LIMITS, entropy: null, similarity: null };
    expect(stream('a'.repeat(5_000), { limits: silent }).trip).toBeNull();
  });

  it('when it draws lines, pads tables, lists alike rows or codes', () => {
    const table = Array.from({ length: 60 }, (_, at) => `| ${String(at).padEnd(70)} | ${'-'.repeat(70)} |`).join('\n');
    expect(stream(table).trip).toBeNull();
    expect(stream(`${honest(500)}\n${'='.repeat(250)}\n${honest(500)}`).trip).toBeNull();
    expect(stream(Array.from({ length: 400 }, (_, at) => `row(${at}, 0, 0, 0);`).join('\n')).trip).toBeNull();
  });
});
