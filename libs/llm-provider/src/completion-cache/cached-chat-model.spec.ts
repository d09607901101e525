import { type ChatChunk, type ChatRequest, ModelCallError } from '@council/council-core';
import { type Script, ScriptedChatModel } from '@council/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { createCache } from 'cache-manager';
import type { Answerer } from './answer-key.js';
import { CachedChatModel } from './cached-chat-model.js';

const ASKED: ChatRequest = {
  provider: 'openai',
  model: 'gpt-4o',
  temperature: 0,
  topP: 0.5,
  maxTokens: 100,
  messages: [
    { role: 'system', content: 'You judge.' },
    { role: 'user', content: 'Is it good?' },
  ],
  tools: [{ name: 'look', description: 'looks', parameters: { type: 'object', properties: { at: {} } } }],
  toolChoice: 'auto',
  output: { name: 'ballot', description: 'a ballot', schema: { type: 'object' } },
  brief: { stance: 'other', seat: 'a', language: 'en', objective: '', document: null, prior: [], seed: 'one' },
  signal: new AbortController().signal,
};
const QUIRKS = { system_role: 'system' } as unknown as Answerer['quirks'];
const END = { kind: 'done', inputTokens: 7, outputTokens: 3, isEstimated: false, finishReason: 'stop' } as const;

let cache: ReturnType<typeof createCache>;
let answerer: Answerer | null;
let inner: ScriptedChatModel;

beforeEach(() => {
  cache = createCache();
  answerer = { baseUrl: 'https://a.example/v1', dialect: 'openai', quirks: QUIRKS };
});

async function* says(...chunks: readonly ChatChunk[]): AsyncIterable<ChatChunk> {
  yield* chunks;
}
function modelOf(script: Script): CachedChatModel {
  inner = new ScriptedChatModel(script);
  return new CachedChatModel(inner, cache, { ttlMs: 60_000, answererOf: () => answerer });
}
/** Reads as the driver does: no further than `done`. */
async function ask(model: CachedChatModel, change: Partial<ChatRequest> = {}): Promise<ChatChunk[]> {
  const chunks: ChatChunk[] = [];
  for await (const chunk of model.stream({ ...ASKED, ...change })) {
    chunks.push(chunk);
    if (chunk.kind === 'done') break;
  }
  return chunks;
}

describe('the cache of completions', () => {
  it('asks the same question once, and says the answer again with the tokens of the first time', async () => {
    const model = modelOf(() => says({ kind: 'text', text: 'Yes, ' }, { kind: 'text', text: 'it is.' }, END));
    expect(await ask(model)).toEqual([{ kind: 'text', text: 'Yes, ' }, { kind: 'text', text: 'it is.' }, END]);
    expect(await ask(model)).toEqual([
      { kind: 'text', text: 'Yes, it is.' },
      { ...END, isCached: true },
    ]);
    expect(inner.requests).toHaveLength(1);
  });

  it('keeps thinking and calls of tools too', async () => {
    const whole: ChatChunk[] = [
      { kind: 'thinking', text: 'Hm.' },
      { kind: 'tool-calls', calls: [{ id: 'c1', name: 'look', input: '{"at":1}' }] },
      { ...END, finishReason: 'tool_calls' },
    ];
    const model = modelOf(() => says(...whole));
    await ask(model);
    expect(await ask(model)).toEqual([...whole.slice(0, 2), { ...whole[2], isCached: true }]);
  });

  it('knows a question by what the model is sent, in whatever order its keys stand', async () => {
    const model = modelOf(() => 'Yes.');
    await ask(model);
    const { parameters: _parameters, ...tool } = ASKED.tools?.[0] ?? { name: '', description: '', parameters: {} };
    await ask(model, {
      brief: { ...ASKED.brief, seed: 'two', prior: [] },
      signal: new AbortController().signal,
      tools: [{ parameters: { properties: { at: {} }, type: 'object' }, ...tool }],
    });
    expect(inner.requests).toHaveLength(1);
  });

  it.each<[string, Partial<ChatRequest>]>([
    ['provider', { provider: 'openrouter' }],
    ['model', { model: 'gpt-4o-mini' }],
    ['message', { messages: [...ASKED.messages, { role: 'user', content: 'Sure?' }] }],
    ['order of the messages', { messages: ASKED.messages.toReversed() }],
    ['top_p', { topP: 0.6 }],
    ['missing top_p', { topP: undefined }],
    ['max_tokens', { maxTokens: 101 }],
    ['tools', { tools: [] }],
    ['choice of tools', { toolChoice: 'none' }],
    ['form', { output: { name: 'ballot', description: 'a ballot', schema: { type: 'array' } } }],
  ])('takes another %s for another question', async (_what, change) => {
    const model = modelOf(() => 'Yes.');
    await ask(model);
    await ask(model, change);
    expect(inner.requests).toHaveLength(2);
  });

  it.each<[string, Partial<Answerer>]>([
    ['address', { baseUrl: 'https://b.example/v1' }],
    ['dialect', { dialect: 'ollama' }],
    ['manner', { quirks: { system_role: 'user' } as unknown as Answerer['quirks'] }],
  ])('takes another %s for another model', async (_what, change) => {
    const model = modelOf(() => 'Yes.');
    await ask(model);
    answerer = { baseUrl: 'https://a.example/v1', dialect: 'openai', quirks: QUIRKS, ...change };
    await ask(model);
    expect(inner.requests).toHaveLength(2);
  });

  it.each<[string, Partial<ChatRequest>]>([
    ['at another temperature', { temperature: 0.1 }],
    ['at the temperature of the provider', { temperature: undefined }],
    ['by the rehearsal engine', { provider: 'rehearsal' }],
  ])('keeps nothing that was said %s', async (_what, change) => {
    const model = modelOf(() => 'Yes.');
    expect(await ask(model, change)).toEqual(await ask(model, change));
    expect(inner.requests).toHaveLength(2);
  });

  it('leaves it to the gateway to say why nobody can be called', async () => {
    const model = modelOf(() => 'Yes.');
    await ask(model);
    answerer = null;
    expect((await ask(model)).at(-1)).not.toHaveProperty('isCached');
  });

  it.each(['content_filter', 'length'])('keeps no answer that ended with %s', async (finishReason) => {
    const model = modelOf(() => says({ kind: 'text', text: 'Half' }, { ...END, finishReason }));
    await ask(model);
    await ask(model);
    expect(inner.requests).toHaveLength(2);
  });

  it('keeps no answer that is too long, and none that broke off', async () => {
    const model = modelOf((_request, call) =>
      call < 3
        ? 'x'.repeat(100_001)
        : (async function* () {
            yield { kind: 'text', text: 'Half' };
            throw new ModelCallError('MODEL.CUT_STREAM', 'cut');
          })(),
    );
    await ask(model);
    expect(await ask(model)).toHaveLength(2);
    await expect(ask(model)).rejects.toMatchObject({ code: 'MODEL.CUT_STREAM' });
    await expect(ask(model)).rejects.toMatchObject({ code: 'MODEL.CUT_STREAM' });
    expect(inner.requests).toHaveLength(4);
  });

  it('keeps of several attempts the one that was answered', async () => {
    const failed = { kind: 'attempt-failed', code: 'MODEL.CUT_STREAM', message: 'cut', retryInMs: 0 } as const;
    const model = modelOf(() => says({ kind: 'text', text: 'Ha' }, failed, { kind: 'text', text: 'Whole.' }, END));
    await ask(model);
    expect(await ask(model)).toEqual([
      { kind: 'text', text: 'Whole.' },
      { ...END, isCached: true },
    ]);
  });

  it('does not answer a call that was stopped', async () => {
    const model = modelOf(() => 'Yes.');
    await ask(model);
    await expect(ask(model, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'MODEL.ABORTED' });
  });

  it.each([['text'], [42], [{ text: 'Yes.' }], [{ ...END, thinking: '', text: 1, calls: [] }]])(
    'takes what is no answer for a miss: %j',
    async (value) => {
      cache.get = (async () => value) as typeof cache.get;
      const model = modelOf(() => 'Yes.');
      expect((await ask(model)).at(-1)).not.toHaveProperty('isCached');
    },
  );
});
