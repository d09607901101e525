import { afterEach, describe, expect, it } from '@jest/globals';
import { parseEnvironment } from '@council/config';
import type { ChatRequest } from '@council/council-core';
import { chunkLine, FakeUpstream, type Reply, says, streams, textLine } from '../gateway/fake-upstream.js';
import { OpenAiChatDialect } from '../gateway/openai-chat-dialect.js';
import { quirksOf } from './dialect-quirks.js';
import { findEndpoint } from './endpoints.js';
import { knownProviders, PRESETS_ALONE, type ProviderSettings } from './provider-settings.js';

const BALLOT: NonNullable<ChatRequest['output']> = {
  name: 'ballot',
  description: 'Your ballot.',
  schema: { type: 'object', properties: { choice: { type: 'string' } } },
};
let upstream: FakeUpstream | undefined;
let parts: unknown[] = [];
afterEach(async () => {
  await upstream?.stop();
  upstream = undefined;
});

/** What really arrives at a provider of this kind. */
async function sent(
  changes: Partial<ProviderSettings>,
  model = 'm',
  more: Partial<ChatRequest> = {},
  reply: Reply = says('Yes.'),
): Promise<Record<string, unknown>> {
  await upstream?.stop();
  upstream = await FakeUpstream.start(reply);
  const settings = { ...PRESETS_ALONE.get('custom'), ...changes, base_url: upstream.baseUrl } as ProviderSettings;
  const lookup = findEndpoint(parseEnvironment({}).llm, settings.provider_id, knownProviders([settings]));
  if (!lookup.ok) throw new Error(lookup.message);
  const request: ChatRequest = {
    provider: settings.provider_id,
    model,
    messages: [
      { role: 'system', content: 'You judge.' },
      { role: 'user', content: 'Judge.' },
    ],
    maxTokens: 77,
    brief: { stance: 'other', seat: 'S', language: 'en', objective: '', document: null, prior: [], seed: '0' },
    signal: new AbortController().signal,
    ...more,
  };
  parts = [];
  const watch = { signal: request.signal, onSent: () => undefined };
  for await (const part of new OpenAiChatDialect().attempt(request, lookup.endpoint, watch)) parts.push(part);
  expect(parts).toContainEqual({ kind: 'text', text: 'Yes.' });
  return upstream.seen[0]?.body ?? {};
}
const own = (more: Partial<ProviderSettings>): Partial<ProviderSettings> => ({
  provider_id: 'acme',
  is_custom: true,
  key_variable: null,
  ...more,
});

describe('quirks', () => {
  it.each([
    ['openai', 'openai', 'max_completion_tokens'],
    ['anthropic', 'anthropic', 'max_tokens'],
    ['google', 'google', 'max_tokens'],
    ['deepseek', 'deepseek', 'max_tokens'],
    ['openrouter', 'openrouter', 'max_tokens'],
    ['ollama', 'ollama', 'max_tokens'],
    ['dashscope', 'openai', 'max_tokens'],
    ['xai', 'openai', 'max_completion_tokens'],
    ['together', 'openai', 'max_tokens'],
    ['fireworks', 'openai', 'max_tokens'],
    ['moonshot', 'openai', 'max_tokens'],
    ['zhipu', 'openai', 'max_tokens'],
  ] as const)('%s gets the limit and the request for usage in its own form', async (provider_id, dialect, limit) => {
    const body = await sent({ provider_id, dialect, quirks: {}, key_variable: null });
    expect(body).toMatchObject({ [limit]: 77, stream_options: { include_usage: true } });
    expect(Object.keys(body).filter((name) => name.startsWith('max_'))).toEqual([limit]);
  });

  it.each(['mistral', 'cohere'])('%s is not asked for usage, which it would refuse', async (provider_id) => {
    expect(await sent({ provider_id, dialect: 'openai', quirks: {}, key_variable: null })).not.toHaveProperty(
      'stream_options',
    );
  });

  it('usage that comes unasked is read', async () => {
    const usage = { prompt_tokens: 11, completion_tokens: 3, total_tokens: 14 };
    const last = chunkLine({ index: 0, delta: { content: '' }, finish_reason: 'stop' }, { usage });
    await sent({ provider_id: 'mistral', key_variable: null }, 'm', {}, streams(textLine('Yes.'), last));
    expect(parts).toContainEqual({ kind: 'usage', inputTokens: 11, outputTokens: 3 });
  });

  it.each([
    ['openai', 'openai', 'json_schema', undefined],
    ['google', 'google', 'json_schema', undefined],
    ['openrouter', 'openrouter', 'json_schema', undefined],
    ['ollama', 'ollama', 'json_schema', undefined],
    ['deepseek', 'deepseek', 'json_object', undefined],
    ['zhipu', 'openai', 'json_object', undefined],
    ['anthropic', 'anthropic', undefined, 'ballot'],
  ] as const)('%s is asked for a form in its own way', async (provider_id, dialect, format, tool) => {
    const body = await sent({ provider_id, dialect, quirks: {}, key_variable: null }, 'm', { output: BALLOT });
    expect((body['response_format'] as { type: string } | undefined)?.type).toBe(format);
    const choice = body['tool_choice'] as { function: { name: string } } | undefined;
    expect(choice?.function.name).toBe(tool);
  });

  it('one without tools is offered none', async () => {
    const tools = [{ name: 'look', description: 'Looks.', parameters: { type: 'object', properties: {} } }];
    expect(await sent({ provider_id: 'perplexity', key_variable: null }, 'm', { tools })).not.toHaveProperty('tools');
    expect(await sent({ provider_id: 'groq', key_variable: null }, 'm', { tools })).toHaveProperty('tools');
  });

  it('an unknown server gets nothing that it might refuse', async () => {
    const body = await sent(own({ dialect: 'openai' }));
    expect(body).not.toHaveProperty('stream_options');
    expect(body).toMatchObject({ max_tokens: 77, messages: [{ role: 'system' }, { role: 'user' }] });
  });

  it.each(['developer', 'user'] as const)(
    'instructions go under the role %s when that is said',
    async (system_role) => {
      const body = await sent(own({ quirks: { system_role } }));
      expect(body['messages']).toEqual([
        { role: system_role, content: 'You judge.' },
        { role: 'user', content: 'Judge.' },
      ]);
    },
  );

  it('what a user says goes before everything, also where the model has a telling name', async () => {
    const body = await sent(own({ quirks: { max_tokens_name: 'max_tokens', reports_usage: true } }), 'o1');
    expect(body).toMatchObject({ max_tokens: 77, stream_options: { include_usage: true } });
    expect(body).not.toHaveProperty('max_completion_tokens');
    expect(quirksOf('openai', true, { json_mode: 'object' }, { json_mode: 'none' }).json_mode).toBe('none');
  });
});
