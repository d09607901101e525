import { afterAll, describe, expect, it } from '@jest/globals';
import { OfflineEmbedder } from './offline-embedder.js';
import { OfflineEncoder } from './offline-encoder.js';

const encoder = new OfflineEncoder();
const embedder = new OfflineEmbedder(encoder);
afterAll(() => encoder.onApplicationShutdown());

async function similarities(query: string, ...texts: string[]): Promise<number[]> {
  const [asked, ...found] = await embedder.embed([query, ...texts]);
  return found.map((vector) => vector.reduce((sum, value, index) => sum + value * (asked?.[index] ?? Number.NaN), 0));
}

describe('the offline embedder', () => {
  it('finds English by meaning, with the cosine of the encoder itself', async () => {
    const texts = [
      'How do I get my money back?',
      'Refunds are paid within 30 days.',
      'The office is closed on Sunday.',
    ];
    const [near = 0, far = 0] = await similarities(texts[0] ?? '', ...texts.slice(1));
    const [question, refund] = await encoder.encode(texts);
    expect(near).toBeGreaterThan(far + 0.1);
    expect(near).toBeCloseTo(
      Array.from(question ?? []).reduce((sum, value, i) => sum + value * (refund?.[i] ?? 0), 0),
      5,
    );
  });

  it('tells Chinese texts apart, which to the encoder are all the same', async () => {
    const [near = 0, far = 1] = await similarities(
      '退款需要多少天？',
      '客户申请退款后，我们会在三十天内付款。',
      '服务器每天晚上备份数据库。',
    );
    const [one, other] = await encoder.encode(['退款需要多少天', '服务器每天晚上备份数据库']);
    expect(Array.from(one ?? [])).toEqual(Array.from(other ?? []));
    expect(near).toBeGreaterThan(far + 0.1);
  });

  it('lets both halves speak where scripts are mixed', async () => {
    const [both = 0, english = 0, neither = 0] = await similarities(
      '数据库 PostgreSQL backup',
      '每天晚上对 PostgreSQL 数据库做一次 backup。',
      'A backup of PostgreSQL is made every night.',
      '会议在周五举行。',
    );
    expect(both).toBeGreaterThan(english);
    expect(english).toBeGreaterThan(neither + 0.1);
  });

  it('gives unit vectors of one length for whatever is a text', async () => {
    const { dimension } = await embedder.model();
    const vectors = await embedder.embed(['word', '中文', '!?', 'Привет, мир', 'é', '𠀀𠀁', 'हिन्दी', '42']);
    for (const vector of vectors) {
      expect(vector).toHaveLength(dimension);
      expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
    }
  });

  it('is deterministic', async () => {
    const texts = ['One and 一.', 'Two and 二.'];
    expect(await embedder.embed(texts)).toEqual(await embedder.embed(texts));
  });
});
