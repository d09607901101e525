import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { LLMock } from '@copilotkit/aimock';
import type { LlmConfig } from '@council/config';
import { type ChatChunk, type ChatRequest, ModelCallError } from '@council/council-core';
import { ModelCall } from './model-call.js';
import { OpenAiChatDialect } from './openai-chat-dialect.js';
import { Traffic } from './traffic.js';

const mock = new LLMock({ port: 0 });
const KEY = 'sk-canary-0815-canary';
beforeAll(() => mock.start());
afterAll(() => mock.stop());
beforeEach(() => {
  mock.clearFixtures().clearChaos();
  mock.clearRequests();
});

const config = (more: Partial<LlmConfig> = {}): LlmConfig => ({
  provider: 'deepseek',
  model: 'deepseek-chat',
  baseUrl: `${mock.url}/v1`,
  keys: { deepseek: KEY },
  connectTimeoutMs: 10_000,
  firstTokenTimeoutMs: 20_000,
  idleTimeoutMs: 20_000,
  totalTimeoutMs: 40_000,
  maxAttempts: 2,
  maxConcurrency: 8,
  isProbeOff: true,
  ...more,
});
const request: ChatRequest = {
  provider: 'deepseek',
  model: 'deepseek-chat',
  messages: [{ role: 'user', content: 'Is the plan sound?' }],
  temperature: 0,
  brief: { stance: 'other', seat: 'S', language: 'en', objective: '', document: null, prior: [], seed: '0' },
  signal: new AbortController().signal,
};
const limits = { limitsOf: () => ({ maxConcurrency: 2, requestsPerMinute: null, tokensPerMinute: null }) };
const ANSWER = 'The plan is sound, but the relay is a single point of failure.';

async function call(
  settings = config(),
  more: Partial<ChatRequest> = {},
): Promise<{ chunks: ChatChunk[]; error: ModelCallError | null }> {
  const chunks: ChatChunk[] = [];
  try {
    const stream = new ModelCall(settings, new OpenAiChatDialect(), new Traffic(2, limits), {
      ...request,
      ...more,
    }).stream();
    for await (const chunk of stream) chunks.push(chunk);
  } catch (error) {
    if (error instanceof ModelCallError) return { chunks, error };
    throw error;
  }
  return { chunks, error: null };
}
const textOf = (chunks: readonly ChatChunk[]) =>
  chunks.map((chunk) => (chunk.kind === 'text' ? chunk.text : '')).join('');

const form = (name: string) => ({ name, description: name, schema: { type: 'object', properties: {} } });
const BALLOT = '{"choice":"no","reason":"Nobody has measured the copy."}';
const VERDICT = '{"score":{},"verdict":"Go on."}';
const TOOL = { name: 'calculator', description: 'Counts.', parameters: { type: 'object', properties: {} } };
type Fixture = { readonly content: string } | { readonly toolCalls: { name: string; arguments: string }[] };
/** What a seat may be asked for, and how to tell that it was heard whole. */
const KINDS: readonly (readonly [string, Partial<ChatRequest>, Fixture, (chunks: readonly ChatChunk[]) => boolean])[] =
  [
    ['a turn', {}, { content: ANSWER }, (chunks) => textOf(chunks) === ANSWER],
    ['a ballot', { output: form('ballot') }, { content: BALLOT }, (chunks) => textOf(chunks) === BALLOT],
    ['a verdict', { output: form('verdict') }, { content: VERDICT }, (chunks) => textOf(chunks) === VERDICT],
    [
      'a tool',
      { tools: [TOOL] },
      { toolCalls: [{ name: 'calculator', arguments: '{"expression":"6*7"}' }] },
      (chunks) =>
        chunks.some((chunk) => chunk.kind === 'tool-calls' && chunk.calls[0]?.input === '{"expression":"6*7"}'),
    ],
  ];

describe('against a mock that others wrote', () => {
  it('streams the answer in pieces, with the usage that the mock reports', async () => {
    mock.onMessage('Is the plan sound?', { content: ANSWER, usage: { prompt_tokens: 21, completion_tokens: 13 } });
    const { chunks, error } = await call();
    expect(error).toBeNull();
    expect(textOf(chunks)).toBe(ANSWER);
    expect(chunks.filter((chunk) => chunk.kind === 'text').length).toBeGreaterThan(2);
    expect(chunks.at(-1)).toMatchObject({ kind: 'done', inputTokens: 21, outputTokens: 13, isEstimated: false });
    expect(mock.getLastRequest()?.body).toMatchObject({ model: 'deepseek-chat', temperature: 0, stream: true });
  });

  it('passes reasoning on apart from the answer', async () => {
    mock.onMessage('Is the plan sound?', { content: ANSWER, reasoning: 'Look at the relay.' });
    const { chunks } = await call();
    const thought = chunks.map((chunk) => (chunk.kind === 'thinking' ? chunk.text : '')).join('');
    expect(thought).toBe('Look at the relay.');
    expect(textOf(chunks)).toBe(ANSWER);
  });

  it.each([
    ['drop', { dropRate: 1 }],
    ['malformed', { malformedRate: 1 }],
    ['disconnect', { disconnectRate: 1 }],
  ])('ends with a readable reason under %s chaos, after the retries', async (_name, chaos) => {
    mock.onMessage('Is the plan sound?', { content: ANSWER });
    mock.setChaos(chaos);
    const { error } = await call();
    expect(error?.code).toMatch(/^MODEL\.(UPSTREAM|MALFORMED|UNREACHABLE|CUT_STREAM)$/);
    expect(error?.message).toContain('DeepSeek (deepseek-chat)');
    expect(error?.message).toContain('(2 attempts)');
  });

  describe.each(KINDS)('asked for %s', (_kind, more, fixture, heard) => {
    it('is heard whole', async () => {
      mock.onMessage(/./, fixture);
      const { chunks, error } = await call(config(), more);
      expect(error).toBeNull();
      expect(chunks).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'done' })]));
      expect(heard(chunks)).toBe(true);
    });

    it.each([
      ['drop', { dropRate: 1 }],
      ['malformed', { malformedRate: 1 }],
      ['disconnect', { disconnectRate: 1 }],
    ])('fails for good under %s chaos, with both attempts told', async (_name, chaos) => {
      mock.onMessage(/./, fixture);
      mock.setChaos(chaos);
      const { chunks, error } = await call(config(), more);
      expect(error?.code).toMatch(/^MODEL\.(UPSTREAM|MALFORMED|UNREACHABLE|CUT_STREAM)$/);
      expect(chunks.filter((chunk) => chunk.kind === 'attempt-failed')).toHaveLength(1);
      expect(chunks.some((chunk) => chunk.kind === 'done' || chunk.kind === 'tool-calls')).toBe(false);
    });
  });

  it('honours the wait of a 429', async () => {
    mock.onMessage('Is the plan sound?', { content: ANSWER });
    mock.nextRequestError(429, { message: `too fast, ${KEY}` });
    const { chunks, error } = await call();
    const failed = chunks.find((chunk) => chunk.kind === 'attempt-failed');
    expect(error).toBeNull();
    expect(failed).toMatchObject({ code: 'MODEL.RATE_LIMITED' });
    expect(JSON.stringify(chunks)).not.toContain(KEY);
    expect(textOf(chunks)).toBe(ANSWER);
  });

  it('drops the text of an attempt that was cut, and tells the whole in the next', async () => {
    mock.on(
      { userMessage: 'Is the plan sound?', sequenceIndex: 0 },
      { content: ANSWER },
      { truncateAfterChunks: 4, latency: 20 },
    );
    mock.on({ userMessage: 'Is the plan sound?', sequenceIndex: 1 }, { content: ANSWER });
    const { chunks, error } = await call();
    expect(error).toBeNull();
    const cut = chunks.findIndex((chunk) => chunk.kind === 'attempt-failed');
    expect(chunks[cut]).toMatchObject({ code: 'MODEL.CUT_STREAM' });
    expect(textOf(chunks.slice(cut))).toBe(ANSWER);
  });

  it('refuses a wrong key without a second attempt', async () => {
    const strict = new LLMock({ port: 0, auth: { apiKeys: ['the-right-key'] } });
    await strict.start();
    const { error } = await call(config({ baseUrl: `${strict.url}/v1` }));
    await strict.stop();
    expect(error).toMatchObject({ code: 'MODEL.UNAUTHORIZED' });
    expect(error?.message).toContain('DEEPSEEK_API_KEY');
    expect(error?.message).not.toContain(KEY);
  });
});
