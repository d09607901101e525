import net, { type AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { LlmConfig } from '@council/config';
import { type ChatChunk, type ChatRequest, ModelCallError } from '@council/council-core';
import { begins, chunkLine, fails, FakeUpstream, hangs, type Reply, says, streams, textLine } from './fake-upstream.js';
import { ModelCall } from './model-call.js';
import { OpenAiChatDialect } from './openai-chat-dialect.js';
import { Traffic } from './traffic.js';

let upstream: FakeUpstream;
const start = async (...replies: readonly Reply[]) => (upstream = await FakeUpstream.start(...replies));
afterEach(() => upstream.stop());

const trafficOf = (failures = 1_000) =>
  new Traffic(
    8,
    { limitsOf: () => ({ maxConcurrency: 8, requestsPerMinute: null, tokensPerMinute: null }) },
    { failures },
  );

interface Setting {
  readonly config?: Partial<LlmConfig>;
  readonly traffic?: Traffic;
  readonly signal?: AbortSignal;
  readonly onChunk?: (chunk: ChatChunk) => void;
}
async function call({ config, traffic = trafficOf(), signal, onChunk }: Setting = {}) {
  const settings: LlmConfig = {
    provider: 'openai',
    baseUrl: upstream.baseUrl,
    keys: { openai: 'council-canary-key-4711' },
    connectTimeoutMs: 10_000,
    firstTokenTimeoutMs: 20_000,
    idleTimeoutMs: 20_000,
    totalTimeoutMs: 40_000,
    maxAttempts: 2,
    maxConcurrency: 8,
    isProbeOff: true,
    ...config,
  };
  const request: ChatRequest = {
    provider: 'openai',
    model: 'gpt-4o',
    messages: [{ role: 'user', content: 'Judge this.' }],
    brief: { stance: 'other', seat: 'S', language: 'en', objective: '', document: null, prior: [], seed: '0' },
    signal: signal ?? new AbortController().signal,
  };
  const dialect = new OpenAiChatDialect();
  const chunks: ChatChunk[] = [];
  try {
    for await (const chunk of new ModelCall(settings, dialect, traffic, request).stream()) {
      chunks.push(chunk);
      onChunk?.(chunk);
    }
  } catch (error) {
    if (error instanceof ModelCallError) return { chunks, error };
    throw error;
  }
  return { chunks, error: null };
}
const firstFailure = (chunks: readonly ChatChunk[]) => chunks.find((chunk) => chunk.kind === 'attempt-failed');
const usageLine = chunkLine(null, { usage: { prompt_tokens: 11, completion_tokens: 7, total_tokens: 18 } });

describe('what a failed attempt has used', () => {
  it('is estimated from the request and the partial text, which is kept', async () => {
    await start(
      begins((response) => response.destroy(), textLine('Half an answer.')),
      says('Whole.'),
    );
    const { chunks } = await call();
    expect(firstFailure(chunks)?.spent).toEqual({
      inputTokens: 7,
      outputTokens: 4,
      isEstimated: true,
      latencyMs: expect.any(Number),
      partialText: 'Half an answer.',
    });
  });

  it('is what the provider says, when that came', async () => {
    await start(streams(textLine('Half'), usageLine));
    const { error } = await call({ config: { maxAttempts: 1 } });
    expect(error?.spent).toMatchObject({ inputTokens: 11, outputTokens: 7, isEstimated: false, partialText: 'Half' });
  });

  it.each([401, 503])('is nothing when the provider answered %i instead of the first word', async (status) => {
    await start(fails(status, 'no'));
    const { error } = await call({ config: { maxAttempts: 1 } });
    expect(error?.spent).toMatchObject({ inputTokens: 0, outputTokens: 0, isEstimated: false, partialText: '' });
  });

  it('is the request for one that was sent and never answered', async () => {
    await start(hangs);
    const { error } = await call({ config: { totalTimeoutMs: 1_500 } });
    expect(error).toMatchObject({
      code: 'MODEL.TIMEOUT',
      spent: { inputTokens: 7, outputTokens: 0, isEstimated: true },
    });
  });

  it('is absent when nothing was sent', async () => {
    await start(says('Never.'));
    const { error } = await call({ config: { baseUrl: 'http://127.0.0.1:9/v1', maxAttempts: 1 } });
    expect(error).toMatchObject({ code: 'MODEL.UNREACHABLE', message: expect.stringContaining('ECONNREFUSED') });
    expect(error).toHaveProperty('spent', undefined);
  });

  it('is kept of a call that the caller stopped, and not told a second time after a chunk told it', async () => {
    await start(
      begins(() => undefined, textLine('Half')),
      fails(429, 'slow down', { 'retry-after': '30' }),
    );
    const [first, second] = [new AbortController(), new AbortController()];
    const stopping = (stop: AbortController): Setting => ({
      signal: stop.signal,
      onChunk: () => {
        stop.abort();
      },
    });
    const stopped = await call(stopping(first));
    expect(stopped.error).toMatchObject({ code: 'MODEL.ABORTED', spent: { partialText: 'Half', outputTokens: 1 } });
    const waiting = await call(stopping(second));
    expect(firstFailure(waiting.chunks)?.spent).toMatchObject({ inputTokens: 0 });
    expect(waiting.error).toHaveProperty('spent', undefined);
  });
});

describe('an upstream that keeps failing', () => {
  it('is not asked any more, and the refusal says until when', async () => {
    await start(fails(500, 'oops'));
    const traffic = trafficOf(3);
    const config = { maxAttempts: 1 };
    for (let time = 0; time < 3; time += 1) {
      expect((await call({ traffic, config })).error?.code).toBe('MODEL.UPSTREAM');
    }
    const { error } = await call({ traffic, config });
    expect(error).toMatchObject({
      code: 'MODEL.CIRCUIT_OPEN',
      message: expect.stringMatching(/alone until .+T.+oops/),
    });
    expect(error).toHaveProperty('spent', undefined);
    expect(upstream.seen).toHaveLength(3);
  });

  it('ends a call that is between two attempts with the reason of the last one', async () => {
    await start(fails(500, 'oops'));
    const { error } = await call({ traffic: trafficOf(2), config: { maxAttempts: 10 } });
    expect(error).toMatchObject({ code: 'MODEL.UPSTREAM', message: expect.stringContaining('no further attempt') });
    expect(upstream.seen).toHaveLength(2);
  });
});

describe('the way to the upstream', () => {
  it('makes all calls to a provider wait when one was asked to', async () => {
    await start(fails(429, 'slow down', { 'retry-after': '1' }), says('Whole.'));
    const traffic = trafficOf();
    let refusedAt = 0;
    const paused = new Promise<void>((resolve) => {
      void call({
        traffic,
        onChunk: (chunk) => {
          if (chunk.kind !== 'attempt-failed') return;
          refusedAt = performance.now();
          resolve();
        },
      });
    });
    await paused;
    expect((await call({ traffic })).error).toBeNull();
    expect(performance.now() - refusedAt).toBeGreaterThan(900);
  });

  it('tells a connection that does not come from an answer that does not come', async () => {
    await start(says('Never.'));
    // Takes the connection and is silent in the TLS handshake.
    const sockets: net.Socket[] = [];
    const silent = net.createServer((socket) => sockets.push(socket.on('error', () => undefined)));
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const baseUrl = `https://127.0.0.1:${(silent.address() as AddressInfo).port}/v1`;
    const { error } = await call({ config: { baseUrl, connectTimeoutMs: 120, maxAttempts: 1 } });
    expect(error).toMatchObject({
      code: 'MODEL.UNREACHABLE',
      message: expect.stringContaining('no connection within 120 ms'),
    });
    expect(error).toHaveProperty('spent', undefined);
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => silent.close(resolve));
  });

  it('does not carry the key to where a redirect leads', async () => {
    await start((response) => response.writeHead(307, { location: `${upstream.baseUrl}/elsewhere` }).end());
    expect((await call()).error).toMatchObject({ code: 'MODEL.REJECTED' });
    expect(upstream.seen).toHaveLength(1);
  });

  it('survives a status that does not exist', async () => {
    await start((response) => response.writeHead(999).end(), says('Whole.'));
    const { chunks, error } = await call();
    expect(error).toBeNull();
    expect(firstFailure(chunks)?.code).toBe('MODEL.UNREACHABLE');
  });
});
