import { afterEach, describe, expect, it } from '@jest/globals';
import type { LlmConfig } from '@council/config';
import { type ChatChunk, type ChatRequest, ModelCallError } from '@council/council-core';
import {
  begins,
  chunkLine,
  fails,
  FakeUpstream,
  finishLine,
  hangs,
  type Reply,
  says,
  streams,
  textLine,
} from './fake-upstream.js';
import { ModelCall } from './model-call.js';
import { OpenAiChatDialect } from './openai-chat-dialect.js';
import { Traffic } from './traffic.js';

const KEY = 'council-canary-key-4711';
let upstream: FakeUpstream;
const start = async (...replies: readonly Reply[]) => (upstream = await FakeUpstream.start(...replies));
afterEach(() => upstream.stop());

const config = (more: Partial<LlmConfig> = {}): LlmConfig => ({
  provider: 'openai',
  model: 'gpt-4o',
  baseUrl: upstream.baseUrl,
  keys: { openai: KEY },
  connectTimeoutMs: 10_000,
  firstTokenTimeoutMs: 20_000,
  idleTimeoutMs: 20_000,
  totalTimeoutMs: 40_000,
  maxAttempts: 3,
  maxConcurrency: 8,
  isProbeOff: true,
  ...more,
});
const request = (more: Partial<ChatRequest> = {}): ChatRequest => ({
  provider: 'openai',
  model: 'gpt-4o',
  messages: [
    { role: 'system', content: 'You judge.' },
    { role: 'user', content: 'Judge this.' },
  ],
  brief: {
    stance: 'adjudicator',
    seat: 'Judge',
    language: 'en',
    objective: '',
    document: null,
    prior: [],
    seed: '00',
  },
  signal: new AbortController().signal,
  ...more,
});

const dialect = new OpenAiChatDialect();
/** Its breaker does not open: that has specs of its own. */
const trafficOf = (maxConcurrency: number) =>
  new Traffic(
    maxConcurrency,
    { limitsOf: () => ({ maxConcurrency, requestsPerMinute: null, tokensPerMinute: null }) },
    { failures: 1_000 },
  );

interface Outcome {
  readonly chunks: ChatChunk[];
  readonly error: ModelCallError | null;
  /** The text of the last attempt. */
  readonly text: string;
  readonly failed: string[];
}
async function call(asked: ChatRequest, settings: LlmConfig, traffic = trafficOf(8)): Promise<Outcome> {
  const chunks: ChatChunk[] = [];
  let error: ModelCallError | null = null;
  try {
    const stream = new ModelCall(settings, dialect, traffic, asked).stream();
    for await (const chunk of stream) chunks.push(chunk);
  } catch (thrown) {
    if (!(thrown instanceof ModelCallError)) throw thrown;
    error = thrown;
  }
  const last = chunks.findLastIndex((chunk) => chunk.kind === 'attempt-failed');
  const text = chunks
    .slice(last + 1)
    .map((chunk) => (chunk.kind === 'text' ? chunk.text : ''))
    .join('');
  return {
    chunks,
    error,
    text,
    failed: chunks.flatMap((chunk) => (chunk.kind === 'attempt-failed' ? [chunk.code] : [])),
  };
}

describe('what is sent', () => {
  it('sends temperature 0, and neither top_p nor max_tokens unless they are given', async () => {
    await start(says('Yes.'));
    await call(request({ temperature: 0 }), config());
    expect(upstream.seen[0]?.body).toMatchObject({ model: 'gpt-4o', temperature: 0, stream: true });
    expect(upstream.seen[0]?.body).not.toHaveProperty('top_p');
    expect(upstream.seen[0]?.body).not.toHaveProperty('max_tokens');
    expect(upstream.seen[0]?.headers.authorization).toBe(`Bearer ${KEY}`);
    expect(upstream.seen[0]?.path).toBe('/v1/chat/completions');
  });

  it('sends top_p and the limit of tokens when given, and no temperature when not', async () => {
    await start(says('Yes.'));
    await call(request({ topP: 0.5, maxTokens: 99 }), config());
    expect(upstream.seen[0]?.body).toMatchObject({ top_p: 0.5, max_completion_tokens: 99 });
    expect(upstream.seen[0]?.body).not.toHaveProperty('temperature');
  });

  it('asks a known provider for usage, and a custom endpoint not', async () => {
    await start(says('Yes.'));
    await call(request(), config());
    await call(request({ provider: 'custom' }), config({ provider: 'custom' }));
    expect(upstream.seen[0]?.body).toHaveProperty('stream_options', { include_usage: true });
    expect(upstream.seen[1]?.body).not.toHaveProperty('stream_options');
  });

  it('speaks to an endpoint that needs no key', async () => {
    await start(says('Yes.'));
    const outcome = await call(
      request({ provider: 'ollama', model: 'llama3' }),
      config({ provider: 'ollama', keys: {} }),
    );
    expect(outcome.text).toBe('Yes.');
  });

  it('changes the shape of the request for reasoning names, which are known to want it', async () => {
    await start(says('Yes.'));
    await call(request({ model: 'o1', maxTokens: 99 }), config());
    expect(upstream.seen[0]?.body).toMatchObject({ max_completion_tokens: 99, messages: [{ role: 'developer' }, {}] });
  });
});

describe('what comes back', () => {
  it('takes usage from the stream', async () => {
    await start(
      streams(
        textLine('Yes.'),
        finishLine('stop'),
        chunkLine(null, { usage: { prompt_tokens: 11, completion_tokens: 7, total_tokens: 18 } }),
      ),
    );
    const { chunks } = await call(request(), config());
    expect(chunks.at(-1)).toEqual({
      kind: 'done',
      inputTokens: 11,
      outputTokens: 7,
      isEstimated: false,
      finishReason: 'stop',
    });
  });

  it('estimates usage, and says so, where the stream has none', async () => {
    await start(says('A word or two.'));
    const { chunks } = await call(request(), config());
    expect(chunks.at(-1)).toEqual({
      kind: 'done',
      inputTokens: 14,
      outputTokens: 4,
      isEstimated: true,
      finishReason: 'stop',
    });
  });

  it('passes thinking apart from the answer', async () => {
    await start(
      streams(
        chunkLine({ index: 0, delta: { reasoning: 'Hmm.' }, finish_reason: null }),
        textLine('Yes'),
        finishLine('stop'),
      ),
    );
    const { chunks } = await call(request(), config());
    expect(chunks.slice(0, 2)).toEqual([
      { kind: 'thinking', text: 'Hmm.' },
      { kind: 'text', text: 'Yes' },
    ]);
    expect(chunks.at(-1)).toMatchObject({ kind: 'done', finishReason: 'stop' });
  });
});

describe('faults that a retry heals', () => {
  const cases: readonly (readonly [string, string, Reply])[] = [
    ['a 429 without Retry-After', 'MODEL.RATE_LIMITED', fails(429, 'slow down')],
    ['a 500', 'MODEL.UPSTREAM', fails(500, 'oops')],
    ['a 503 that is no JSON', 'MODEL.UPSTREAM', (response) => void response.writeHead(503).end('<html>')],
    ['a dropped connection', 'MODEL.UNREACHABLE', (response) => response.destroy()],
    ['a stream that is cut', 'MODEL.CUT_STREAM', begins((response) => response.destroy(), textLine('Half an'))],
    ['a stream that ends without a finish reason', 'MODEL.CUT_STREAM', streams(textLine('Half an'))],
    ['a malformed stream', 'MODEL.MALFORMED', streams('data: {"choices": [{"delta"\n\n')],
    [
      'a body that is no stream',
      'MODEL.MALFORMED',
      (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>hi</html>'),
    ],
    ['an empty body', 'MODEL.MALFORMED', (response) => response.writeHead(200).end()],
    ['an empty answer', 'MODEL.EMPTY', streams(finishLine('stop'))],
    [
      'an error inside the stream',
      'MODEL.UPSTREAM',
      streams(textLine('Half'), `data: {"error": {"message": "overloaded"}}\n\n`),
    ],
  ];
  it.each(cases)('recovers from %s', async (_name, code, reply) => {
    await start(reply, says('Whole.'));
    const outcome = await call(request(), config());
    expect(outcome).toMatchObject({ error: null, failed: [code], text: 'Whole.' });
    expect(upstream.seen).toHaveLength(2);
  });

  it.each(cases)('ends with a readable reason when %s stays', async (_name, code, reply) => {
    await start(reply);
    const outcome = await call(request(), config({ maxAttempts: 2 }));
    expect(outcome.error).toMatchObject({
      code,
      message: expect.stringMatching(/^OpenAI \(gpt-4o\) .+\(2 attempts\)$/),
    });
    expect(upstream.seen).toHaveLength(2);
  });

  it('recovers from an upstream that never answers', async () => {
    await start(hangs, says('Whole.'));
    const outcome = await call(request(), config({ firstTokenTimeoutMs: 150 }));
    expect(outcome).toMatchObject({ error: null, failed: ['MODEL.TIMEOUT'], text: 'Whole.' });
    await upstream.seen[0]?.closed;
  });

  it('recovers from an upstream that sends headers and beats but no word', async () => {
    await start(
      begins(() => undefined, chunkLine({ index: 0, delta: { role: 'assistant', content: '' } })),
      says('Whole.'),
    );
    const outcome = await call(request(), config({ firstTokenTimeoutMs: 150 }));
    expect(outcome).toMatchObject({ error: null, failed: ['MODEL.TIMEOUT'], text: 'Whole.' });
  });

  it('recovers from an upstream that falls silent in the middle', async () => {
    await start(
      begins(() => undefined, textLine('Half')),
      says('Whole.'),
    );
    const outcome = await call(request(), config({ idleTimeoutMs: 150 }));
    expect(outcome).toMatchObject({ error: null, failed: ['MODEL.TIMEOUT'], text: 'Whole.' });
    await upstream.seen[0]?.closed;
  });

  it.each([
    ['seconds', () => '1'],
    ['a date', () => new Date(Date.now() + 2_000).toUTCString()],
  ])('waits as long as Retry-After says, in %s', async (_form, value) => {
    await start(fails(429, 'slow down', { 'retry-after': value() }), says('Whole.'));
    const begunAt = Date.now();
    const { chunks, text } = await call(request(), config());
    const failed = chunks.find((chunk) => chunk.kind === 'attempt-failed');
    expect(failed?.retryInMs).toBeGreaterThanOrEqual(900);
    expect(Date.now() - begunAt).toBeGreaterThanOrEqual(900);
    expect(text).toBe('Whole.');
  });
});

describe('faults that a retry cannot heal', () => {
  it.each([
    ['a 400', 'MODEL.REJECTED', fails(400, 'bad temperature')],
    ['a 401', 'MODEL.UNAUTHORIZED', fails(401, `Incorrect API key provided: ${KEY}`)],
    ['a 403', 'MODEL.UNAUTHORIZED', fails(403, 'no access')],
    ['a 404', 'MODEL.NOT_FOUND', fails(404, 'no such model')],
    ['a 402', 'MODEL.QUOTA', fails(402, 'Insufficient Balance')],
    [
      'a 429 for want of money',
      'MODEL.QUOTA',
      fails(429, 'You exceeded your quota', {}, { code: 'insufficient_quota' }),
    ],
    [
      'a text that is too long',
      'MODEL.TOO_LONG',
      fails(400, 'maximum context length is 8', {}, { code: 'context_length_exceeded' }),
    ],
    ['an answer that was cut off at its limit', 'MODEL.TRUNCATED', streams(textLine('Yes, bu'), finishLine('length'))],
    ['tokens that did not reach the answer', 'MODEL.EMPTY', streams(finishLine('length'))],
  ] as const)('gives up at once on %s', async (_name, code, reply) => {
    await start(reply);
    const { error, failed } = await call(request(), config());
    expect(error).toMatchObject({ code });
    expect(failed).toEqual([]);
    expect(upstream.seen).toHaveLength(1);
    expect(error?.message).not.toContain(KEY);
  });

  it('says what to set when there is no key, without any request', async () => {
    await start(says('Never.'));
    const { error } = await call(request(), config({ keys: {} }));
    expect(error).toMatchObject({ code: 'MODEL.NO_KEY', message: expect.stringContaining('OPENAI_API_KEY') });
    expect(upstream.seen).toHaveLength(0);
  });

  it('does not wait for a Retry-After beyond the deadline', async () => {
    await start(fails(429, 'slow down', { 'retry-after': '3600' }));
    const { error } = await call(request(), config());
    expect(error).toMatchObject({ code: 'MODEL.RATE_LIMITED', message: expect.stringContaining('after the deadline') });
  });
});

describe('deadlines and stops', () => {
  it('ends a hanging call at the total deadline and closes the socket', async () => {
    await start(hangs);
    const { error } = await call(request(), config({ totalTimeoutMs: 200 }));
    expect(error).toMatchObject({
      code: 'MODEL.TIMEOUT',
      message: expect.stringMatching(/^OpenAI \(gpt-4o\) .+ 200 ms/),
    });
    await upstream.seen[0]?.closed;
  });

  it('counts retries and waits into the total deadline', async () => {
    await start(begins((response) => response.destroy(), textLine('Half')));
    const { error } = await call(request(), config({ totalTimeoutMs: 300, maxAttempts: 50 }));
    expect(['MODEL.TIMEOUT', 'MODEL.CUT_STREAM']).toContain(error?.code);
    expect(upstream.seen.length).toBeLessThan(50);
  });

  it('closes the socket at once when the caller aborts in the middle', async () => {
    await start(begins(() => undefined, textLine('Half')));
    const stop = new AbortController();
    const stream = new ModelCall(config(), dialect, trafficOf(1), request({ signal: stop.signal })).stream();
    const reading = (async () => {
      for await (const chunk of stream) if (chunk.kind === 'text') stop.abort();
    })();
    await expect(reading).rejects.toMatchObject({ code: 'MODEL.ABORTED' });
    await upstream.seen[0]?.closed;
  });

  it('closes the socket and gives the slot back when the reader leaves', async () => {
    await start(
      begins(() => undefined, textLine('Half')),
      says('Whole.'),
    );
    const traffic = trafficOf(1);
    for await (const _chunk of new ModelCall(config(), dialect, traffic, request()).stream()) break;
    await upstream.seen[0]?.closed;
    expect(await call(request(), config(), traffic)).toMatchObject({ error: null, text: 'Whole.' });
  });

  it('stops during the wait for a retry', async () => {
    await start(fails(429, 'slow down', { 'retry-after': '30' }));
    const stop = new AbortController();
    const stream = new ModelCall(config(), dialect, trafficOf(1), request({ signal: stop.signal })).stream();
    const reading = (async () => {
      for await (const chunk of stream) if (chunk.kind === 'attempt-failed') stop.abort();
    })();
    await expect(reading).rejects.toMatchObject({ code: 'MODEL.ABORTED' });
  });

  it('lets no more calls through at once than allowed', async () => {
    let open = 0;
    let most = 0;
    await start((response) => {
      most = Math.max(most, (open += 1));
      setTimeout(() => {
        open -= 1;
        says('Yes.')(response, response.req);
      }, 30);
    });
    const traffic = trafficOf(2);
    const outcomes = await Promise.all(Array.from({ length: 7 }, () => call(request(), config(), traffic)));
    expect(outcomes.every(({ text }) => text === 'Yes.')).toBe(true);
    expect(most).toBe(2);
  });
});
