import { setTimeout as sleep } from 'node:timers/promises';
import { Embedder } from '@council/council-core';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { createCache } from 'cache-manager';
import { CachedEmbedder } from './cached-embedder.js';

class CountingEmbedder extends Embedder {
  readonly asked: (readonly string[])[] = [];
  modelId = 'test/one';
  dimension = 2;
  fails = false;

  async model() {
    return { modelId: this.modelId, dimension: this.dimension };
  }
  async embed(texts: readonly string[]) {
    this.asked.push(texts);
    if (this.fails) throw new Error('no answer');
    return texts.map((text) => [text.length + 0.1, ...Array.from({ length: this.dimension - 1 }, () => 1)]);
  }
}

let inner: CountingEmbedder;
let cache: ReturnType<typeof createCache>;
let embedder: CachedEmbedder;

beforeEach(() => {
  inner = new CountingEmbedder();
  cache = createCache();
  embedder = new CachedEmbedder(inner, cache, 60_000);
});

describe('the cache of embeddings', () => {
  it('asks the model for what it does not know, once each, and answers in the order of the texts', async () => {
    const first = await embedder.embed(['a', 'bb', 'a']);
    const second = await embedder.embed(['ccc', 'bb', 'a']);
    expect(inner.asked).toEqual([['a', 'bb'], ['ccc']]);
    expect(first).toEqual([first[2], second[1], second[2]]);
    expect(second.map(([head = 0]) => Math.floor(head))).toEqual([3, 2, 1]);
  });

  it('says whether a text was at hand, and gives the same numbers either way', async () => {
    const first = await embedder.embedOrRecall(['a text', 'b', 'a text']);
    const again = await embedder.embedOrRecall(['b', 'a text', 'c']);
    expect(first.map(({ isCached }) => isCached)).toEqual([false, false, false]);
    expect(again.map(({ isCached }) => isCached)).toEqual([true, true, false]);
    expect(again[1]?.vector).toEqual(first[0]?.vector);
    expect(first[0]?.vector).toEqual([Math.fround(6.1), 1]);
  });

  it('keeps models apart, and a model from what it was with another dimension', async () => {
    await embedder.embed(['a']);
    inner.modelId = 'test/two';
    await embedder.embed(['a']);
    inner.dimension = 3;
    await embedder.embed(['a']);
    expect(inner.asked).toEqual([['a'], ['a'], ['a']]);
  });

  it('asks the cache in parts, and finds all of many texts again', async () => {
    const texts = Array.from({ length: 450 }, (_, index) => 'x'.repeat(index + 1));
    const first = await embedder.embed(texts);
    expect(await embedder.embed(texts)).toEqual(first);
    expect(inner.asked).toEqual([texts]);
  });

  it('forgets a vector after its time, and keeps none of a call that failed', async () => {
    const short = new CachedEmbedder(inner, cache, 1);
    await short.embed(['a']);
    await sleep(10);
    await short.embed(['a']);
    inner.fails = true;
    await expect(short.embed(['b'])).rejects.toThrow('no answer');
    inner.fails = false;
    await short.embed(['b']);
    expect(inner.asked).toEqual([['a'], ['a'], ['b'], ['b']]);
  });

  it.each([['not a vector'], [42], [Buffer.alloc(12).toString('base64')], [Buffer.alloc(8, 0xff).toString('base64')]])(
    'takes what is no vector of the model for a miss: %s',
    async (value) => {
      const strange = createCache();
      strange.mget = (async (keys: string[]) => keys.map(() => value)) as typeof strange.mget;
      expect(await new CachedEmbedder(inner, strange, 60_000).embedOrRecall(['a'])).toMatchObject([
        { isCached: false },
      ]);
      expect(inner.asked).toEqual([['a']]);
    },
  );

  it('asks for nothing when nothing is asked', async () => {
    expect(await embedder.embed([])).toEqual([]);
    expect(inner.asked).toEqual([]);
  });
});
