import { describe, expect, it } from '@jest/globals';
import type { Reading } from './reading.js';
import { ReadingCache } from './reading-cache.js';

const quiet = new AbortController().signal;
const reading: Reading = {
  language: 'en',
  statements: [],
  found: 0,
  closeness: { edge: 1, answer: 1, between: () => 0, to: async () => [] },
  topicCounts: new Map(),
};

describe('ReadingCache', () => {
  it('reads a document once, for all who ask', async () => {
    let reads = 0;
    const cache = new ReadingCache(async () => {
      reads += 1;
      return reading;
    });
    await Promise.all([cache.get('a', quiet), cache.get('a', quiet)]);
    await cache.get('a', quiet);
    expect(reads).toBe(1);
  });

  it('keeps eight and forgets the one that was asked for longest ago', async () => {
    const read: string[] = [];
    const cache = new ReadingCache(async (document) => {
      read.push(document);
      return reading;
    });
    for (const document of 'a b c d e f g h a i a b'.split(' ')) await cache.get(document, quiet);
    expect(read.join('')).toBe('abcdefghib');
  });

  it('stops a reading when the last one who waits has gone, not before', async () => {
    let wasStopped = false;
    const cache = new ReadingCache(
      (_document, signal) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => {
            wasStopped = true;
            reject(new Error('stopped'));
          });
        }),
    );
    const [one, other] = [new AbortController(), new AbortController()];
    const waits = [cache.get('a', one.signal), cache.get('a', other.signal)];
    const ends = Promise.allSettled(waits);
    one.abort();
    await expect(waits[0]).rejects.toThrow('aborted');
    expect(wasStopped).toBe(false);
    other.abort();
    await ends;
    expect(wasStopped).toBe(true);
  });

  it('does not keep a failure', async () => {
    let reads = 0;
    const cache = new ReadingCache(async () => {
      reads += 1;
      if (reads === 1) throw new Error('broken');
      return reading;
    });
    await expect(cache.get('a', quiet)).rejects.toThrow('broken');
    await expect(cache.get('a', quiet)).resolves.toBe(reading);
  });
});
