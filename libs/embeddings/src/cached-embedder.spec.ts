import { Embedder } from '@council/council-core';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { createCache } from 'cache-manager';
import { CachedEmbedder } from './cached-embedder.js';

class CountingEmbedder extends Embedder {
  readonly asked: (readonly string[])[] = [];
  modelId = 'test/one';

  async model() {
    return { modelId: this.modelId, dimension: 2 };
  }
  async embed(texts: readonly string[]) {
    this.asked.push(texts);
    return texts.map((text) => [text.length + 0.1, 1]);
  }
}

let inner: CountingEmbedder;
let cache: ReturnType<typeof createCache>;
let embedder: CachedEmbedder;

beforeEach(() => {
  inner = new CountingEmbedder();
  cache = createCache();
  embedder = new CachedEmbedder(inner, cache);
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
    const first = await embedder.embedOne('a text');
    const again = await embedder.embedOne('a text');
    expect([first.isCached, again.isCached]).toEqual([false, true]);
    expect(again.vector).toEqual(first.vector);
    expect(first.vector).toEqual([Math.fround(6.1), 1]);
  });

  it('keeps models apart', async () => {
    await embedder.embed(['a']);
    inner.modelId = 'test/two';
    expect((await embedder.embedOne('a')).isCached).toBe(false);
  });

  it.each([['not a vector'], [42], [Buffer.alloc(12).toString('base64')], [Buffer.alloc(8, 0xff).toString('base64')]])(
    'takes what is no vector of the model for a miss: %s',
    async (value) => {
      const strange = createCache();
      strange.mget = (async (keys: string[]) => keys.map(() => value)) as typeof strange.mget;
      expect(await new CachedEmbedder(inner, strange).embedOne('a')).toMatchObject({ isCached: false });
      expect(inner.asked).toEqual([['a']]);
    },
  );

  it('asks for nothing when nothing is asked', async () => {
    expect(await embedder.embed([])).toEqual([]);
    expect(inner.asked).toEqual([]);
  });
});
