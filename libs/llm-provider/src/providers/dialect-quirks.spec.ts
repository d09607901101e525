import { afterEach, describe, expect, it } from '@jest/globals';
import { parseEnvironment } from '@council/config';
import type { ChatRequest } from '@council/council-core';
import { FakeUpstream, says } from '../gateway/fake-upstream.js';
import { OpenAiChatDialect } from '../gateway/openai-chat-dialect.js';
import { quirksOf } from './dialect-quirks.js';
import { findEndpoint } from './endpoints.js';
import { knownProviders, PRESETS_ALONE, type ProviderSettings } from './provider-settings.js';

let upstream: FakeUpstream;
afterEach(() => upstream.stop());

/** What really arrives at a provider of this kind. */
async function sent(changes: Partial<ProviderSettings>, model = 'm'): Promise<Record<string, unknown>> {
  upstream = await FakeUpstream.start(says('Yes.'));
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
  };
  const parts: unknown[] = [];
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
  ] as const)('%s gets the limit and the request for usage in its own form', async (provider_id, dialect, limit) => {
    const body = await sent({ provider_id, dialect, quirks: {}, key_variable: null });
    expect(body).toMatchObject({ [limit]: 77, stream_options: { include_usage: true } });
    expect(Object.keys(body).filter((name) => name.startsWith('max_'))).toEqual([limit]);
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
