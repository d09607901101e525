import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseEnvironment } from '@council/config';
import { afterEach, describe, expect, it } from '@jest/globals';
import { EndpointEmbedder } from './endpoint-embedder.js';

interface Asked {
  readonly url: string | undefined;
  readonly key: string | undefined;
  readonly body: { readonly input: readonly string[]; readonly model: string; readonly encoding_format?: string };
}
type Reply = (asked: Asked, response: ServerResponse) => void;

const servers: Server[] = [];
const asked: Asked[] = [];
const KEY = 'sk-secret-0123456789';

/** Replies in order; the last one repeats. */
async function upstream(...replies: readonly Reply[]): Promise<string> {
  let turn = 0;
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    const seen = { url: request.url, key: request.headers.authorization, body: JSON.parse(text) as Asked['body'] };
    asked.push(seen);
    replies[Math.min(turn++, replies.length - 1)]?.(seen, response);
  };
  const server = createServer((request, response) => void answer(request, response));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
}

const sends =
  (status: number, body: string, type = 'application/json'): Reply =>
  (_asked, response) => {
    response.writeHead(status, { 'content-type': type });
    response.end(body);
  };
const item = (embedding: unknown, index: number) => ({ object: 'embedding', index, embedding });
const sendsVectors =
  (vectorOf: (text: string, index: number) => unknown, change = (items: unknown[]) => items): Reply =>
  (seen, response) => {
    const data = change(seen.body.input.map((text, index) => item(vectorOf(text, index), index)));
    sends(200, JSON.stringify({ object: 'list', model: 'm', data }))(seen, response);
  };
const good = sendsVectors((text) => [text.length, 1, 0.5]);
const refusal = (status: number): Reply => sends(status, JSON.stringify({ error: { message: `no: ${KEY}` } }));

function embedderAt(baseUrl: string, more: Record<string, string> = {}, timeoutMs?: number): EndpointEmbedder {
  const raw = { EMBEDDING_PROVIDER: 'openai', EMBEDDING_BASE_URL: baseUrl, EMBEDDING_API_KEY: KEY, ...more };
  return new EndpointEmbedder(parseEnvironment(raw), 'openai', timeoutMs);
}

afterEach(() => {
  asked.length = 0;
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

describe('embeddings of an endpoint', () => {
  it('asks for plain numbers, by name and with its key, and keeps the order', async () => {
    const embedder = embedderAt(
      await upstream(
        good,
        sendsVectors(
          (text) => [text.length, 1, 0.5],
          (all) => all.reverse(),
        ),
      ),
    );
    expect(await embedder.embed(['a', 'four'])).toEqual([
      [1, 1, 0.5],
      [4, 1, 0.5],
    ]);
    expect(await embedder.model()).toEqual({ modelId: 'openai/text-embedding-3-small', dimension: 3 });
    expect(asked).toHaveLength(2);
    expect(asked[1]).toMatchObject({ url: '/v1/embeddings', key: `Bearer ${KEY}` });
    expect(asked[1]?.body).toEqual({ model: 'text-embedding-3-small', input: ['a', 'four'], encoding_format: 'float' });
  });

  it('sends texts as they are, many in requests that the provider can take', async () => {
    const embedder = embedderAt(await upstream(good));
    const texts = Array.from({ length: 300 }, (_, n) => `line\n${'x'.repeat(n)}`);
    expect((await embedder.embed(texts)).map(([length]) => length)).toEqual(texts.map((text) => text.length));
    expect(asked.map(({ body }) => body.input.length)).toEqual([1, 128, 128, 44]);
  });

  it('probes once for all who ask at once', async () => {
    const embedder = embedderAt(await upstream(good));
    await Promise.all([embedder.model(), embedder.model(), embedder.embed(['a'])]);
    expect(asked.map(({ body }) => body.input.length)).toEqual([1, 1]);
  });

  it('probes again after a probe that failed', async () => {
    const embedder = embedderAt(await upstream(refusal(503), good));
    await expect(embedder.model()).rejects.toMatchObject({ code: 'EMBEDDING.UPSTREAM' });
    expect(await embedder.model()).toMatchObject({ dimension: 3 });
  });

  it.each<[string, Reply, RegExp]>([
    ['base64', sendsVectors(() => Buffer.from(Float32Array.of(1, 2, 3).buffer).toString('base64')), /base64/],
    ['another dimension', sendsVectors(() => [1, 2]), /3 dimensions, and now one has 2/],
    ['no number', sendsVectors(() => [1, null, 2]), /no finite number/],
    ['a number beyond numbers', sends(200, '{"data":[{"index":0,"embedding":[1,1e999,0]}]}'), /no finite number/],
    ['NaN, which is not JSON', sends(200, '{"data":[{"index":0,"embedding":[NaN,1,2]}]}'), /no JSON/],
    ['nothing but zeros', sendsVectors(() => [0, 0, 0]), /length 0/],
    [
      'fewer vectors than texts',
      sendsVectors(
        () => [1, 2, 3],
        (all) => all.slice(1),
      ),
      /asked for 1 .* gave 0/,
    ],
    [
      'more vectors than texts',
      sendsVectors(
        () => [1, 2, 3],
        (all) => [...all, ...all],
      ),
      /asked for 1 .* gave 2/,
    ],
    ['a page', sends(200, '<html>hello</html>', 'text/html'), /gave 0/],
    ['an object without data', sends(200, '{}'), /gave 0/],
  ])('refuses %s', async (_what, reply, detail) => {
    const embedder = embedderAt(await upstream(good, reply));
    await expect(embedder.embed(['a'])).rejects.toMatchObject({
      code: 'EMBEDDING.MALFORMED',
      kind: 'upstream',
      detail: expect.stringMatching(detail) as unknown,
    });
  });

  it.each([401, 403, 404, 429, 500])(
    'says so when it is refused with %s, once and without the words of the server',
    async (status) => {
      const embedder = embedderAt(await upstream(refusal(status)));
      const error: unknown = await embedder.model().catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({
        code: 'EMBEDDING.UPSTREAM',
        message: expect.stringContaining(String(status)) as unknown,
      });
      expect(asked).toHaveLength(1);
      expect(JSON.stringify([error, String(error), (error as Error).stack])).not.toContain(KEY);
    },
  );

  it('names the reason when nobody is there', async () => {
    const address = await upstream(good);
    await new Promise((resolve) => servers.pop()?.close(resolve));
    await expect(embedderAt(address).model()).rejects.toMatchObject({
      code: 'EMBEDDING.UPSTREAM',
      detail: 'ECONNREFUSED',
    });
  });

  it.each<[string, Reply]>([
    ['before its answer', () => undefined],
    [
      'in the middle of it',
      (_asked, response) => void response.writeHead(200, { 'content-type': 'application/json' }).write('{"data":['),
    ],
  ])('does not wait for a server that hangs %s', async (_when, reply) => {
    const embedder = embedderAt(await upstream(reply), {}, 100);
    await expect(embedder.model()).rejects.toMatchObject({ code: 'EMBEDDING.TIMEOUT', kind: 'upstream-timeout' });
  });

  it("ends with the caller's own reason when the caller leaves", async () => {
    const embedder = embedderAt(await upstream(good, () => undefined));
    await embedder.model();
    await expect(embedder.embed(['a'], AbortSignal.timeout(50))).rejects.toMatchObject({ name: 'TimeoutError' });
  });
});
