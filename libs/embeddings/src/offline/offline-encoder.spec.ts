import { afterEach, describe, expect, it } from '@jest/globals';
import { OfflineEncoder } from './offline-encoder.js';

const dot = (left: Float32Array | undefined, right: Float32Array | undefined): number =>
  Array.from(left ?? []).reduce((sum, value, index) => sum + value * (right?.[index] ?? Number.NaN), 0);

/** A thread that does what the first word of a sentence says. */
const SCRIPTED = `
const { parentPort, threadId } = require('node:worker_threads');
parentPort.on('message', ({ id, sentences }) => {
  const [order] = sentences;
  if (order === 'exit') process.exit(3);
  if (order === 'throw') throw new Error('out of order');
  if (order === 'refuse') parentPort.postMessage({ id, error: 'cannot read this' });
  else if (order !== 'hang') parentPort.postMessage({ id, vectors: sentences.map(() => Float32Array.of(threadId)) });
});`;

let encoder: OfflineEncoder;
const scripted = (limits = {}) =>
  (encoder = new OfflineEncoder(SCRIPTED, { idleMs: 60_000, silenceMs: 60_000, ...limits }));
const threadOf = async (): Promise<number> => (await encoder.encode(['say']))[0]?.[0] ?? Number.NaN;

afterEach(() => encoder.onApplicationShutdown());

describe('the offline encoder', () => {
  it('gives unit vectors that are near when the meaning is near', async () => {
    encoder = new OfflineEncoder();
    const [cat, kitten, budget] = await encoder.encode([
      'The cat sleeps on the sofa.',
      'A kitten is napping on the couch.',
      'The budget for next year was cut by half.',
    ]);
    expect(cat).toHaveLength(512);
    for (const vector of [cat, kitten, budget]) expect(dot(vector, vector)).toBeCloseTo(1, 5);
    expect(dot(cat, kitten)).toBeGreaterThan(dot(cat, budget) + 0.3);
  });

  it('gives the same vector whatever stands beside the sentence, and one for every sentence', async () => {
    encoder = new OfflineEncoder();
    const alone = await encoder.encode(['The same again.']);
    const many = await encoder.encode([
      ...Array.from({ length: 19 }, (_, n) => `Sentence ${n}.`),
      'The same again.',
      '',
    ]);
    expect(many).toHaveLength(21);
    expect(Array.from(many[19] ?? [])).toEqual(Array.from(alone[0] ?? []));
  });

  it('is not there while it computes: the event loop goes on', async () => {
    encoder = new OfflineEncoder();
    await encoder.encode(['warm']);
    let turns = 0;
    const ticking = setInterval(() => (turns += 1), 1);
    await encoder.encode(Array.from({ length: 16 }, (_, n) => `${n} ${'a long sentence goes on and on '.repeat(10)}`));
    clearInterval(ticking);
    expect(turns).toBeGreaterThan(20);
  });
});

describe("the encoder's thread", () => {
  it.each([
    ['exit', /ended \(exit code 3\)/],
    ['throw', /crashed: out of order/],
  ])('fails those who wait when it dies (%s), and the next call has a new one', async (order, reason) => {
    scripted();
    const before = await threadOf();
    const all = await Promise.allSettled([encoder.encode([order]), encoder.encode(['hang'])]);
    for (const one of all) {
      expect(one).toMatchObject({ status: 'rejected', reason: { code: 'EMBEDDING.ENCODER', kind: 'unavailable' } });
      expect((one as PromiseRejectedResult).reason).toMatchObject({ detail: expect.stringMatching(reason) as unknown });
    }
    expect(await threadOf()).not.toBe(before);
  });

  it('survives a sentence that it cannot encode', async () => {
    scripted();
    const before = await threadOf();
    await expect(encoder.encode(['refuse'])).rejects.toMatchObject({ detail: 'cannot read this' });
    expect(await threadOf()).toBe(before);
  });

  it('counts as dead when it gives no answer', async () => {
    scripted({ silenceMs: 2_000 });
    await expect(encoder.encode(['hang'])).rejects.toMatchObject({
      detail: expect.stringContaining('2000 ms') as unknown,
    });
    expect(await threadOf()).toBeGreaterThan(0);
  });

  it('ends when nobody asks for a while, and starts again', async () => {
    scripted({ idleMs: 1 });
    const before = await threadOf();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await threadOf()).not.toBe(before);
  });

  it('takes nothing more after the shutdown, which ends what is under way', async () => {
    scripted();
    const waiting = encoder.encode(['hang']);
    waiting.catch(() => undefined);
    await encoder.onApplicationShutdown();
    await expect(waiting).rejects.toMatchObject({ detail: 'the server is shutting down' });
    await expect(encoder.encode(['say'])).rejects.toMatchObject({ code: 'EMBEDDING.ENCODER' });
  });

  it('stops between batches when the caller is gone', async () => {
    scripted();
    await expect(encoder.encode(['say'], AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
  });
});
