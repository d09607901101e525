import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ENCODER_WORKER } from './encoder-worker-source.js';

/** A library whose model works from the second time it is loaded on, or never. */
const libraryThatWorksFrom = (load: number): string => `
let loads = 0;
exports.modelSource = null;
exports.initModel = async () => {
  const isReady = (loads += 1) >= ${load};
  return {
    embed: async (sentences) => {
      if (!isReady) throw new Error('the backend is not ready');
      return sentences.map(() => [3, 4]);
    },
  };
};`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'council-encoder-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function answerOf(library: string): Promise<unknown> {
  const file = join(folder, 'library.cjs');
  writeFileSync(file, library);
  const worker = new Worker(ENCODER_WORKER, { eval: true, workerData: { embeddings: file, weights: file } });
  worker.postMessage({ id: 1, sentences: ['a word'] });
  const [answer] = (await once(worker, 'message')) as unknown[];
  await worker.terminate();
  return answer;
}

describe("the encoder's thread", () => {
  it('loads its model anew when it calls itself ready and is not', async () => {
    expect(await answerOf(libraryThatWorksFrom(2))).toEqual({ id: 1, vectors: [Float32Array.of(0.6, 0.8)] });
  });

  it('says so when that did not help', async () => {
    expect(await answerOf(libraryThatWorksFrom(3))).toEqual({ id: 1, error: 'the backend is not ready' });
  });
});
