import { parseEnvironment } from '@council/config';
import { describe, expect, it } from '@jest/globals';
import type { ProviderName } from '@council/config';
import { findEmbeddingEndpoint } from './embedding-endpoint.js';

const find = (provider: ProviderName, raw: Record<string, string> = {}) =>
  findEmbeddingEndpoint(parseEnvironment({ EMBEDDING_PROVIDER: provider, ...raw }), provider);
const LLM = { LLM_MODEL: 'm', LLM_API_KEY: 'global-key' };

describe('where embeddings come from', () => {
  it.each<[ProviderName, string, string]>([
    ['openai', 'OPENAI_API_KEY', 'text-embedding-3-small'],
    ['dashscope', 'DASHSCOPE_API_KEY', 'text-embedding-v1'],
    ['siliconflow', 'SILICONFLOW_API_KEY', 'Qwen/Qwen3-Embedding-8B'],
    ['google', 'GEMINI_API_KEY', 'text-embedding-004'],
  ])('%s has an address and a model of its own, and its own key', (provider, variable, model) => {
    expect(find(provider, { [variable]: 'its-own-key' })).toMatchObject({ model, apiKey: 'its-own-key' });
    expect(() => find(provider)).toThrow(
      expect.objectContaining({ detail: expect.stringContaining(variable) as unknown }),
    );
  });

  it('takes the key for embeddings first, then the one of its provider, then the global one of the same provider', () => {
    const all = { EMBEDDING_API_KEY: 'e', OPENAI_API_KEY: 'o', LLM_PROVIDER: 'openai', ...LLM };
    expect(find('openai', all).apiKey).toBe('e');
    expect(find('openai', { ...all, EMBEDDING_API_KEY: '' }).apiKey).toBe('o');
    expect(find('openai', { ...all, EMBEDDING_API_KEY: '', OPENAI_API_KEY: '' }).apiKey).toBe('global-key');
    expect(() => find('openai', { LLM_PROVIDER: 'dashscope', ...LLM })).toThrow(/no embeddings/);
  });

  it('sends the global key only to the address that it is for', () => {
    const shared = { LLM_PROVIDER: 'openai', LLM_BASE_URL: 'https://proxy.example/v1/', ...LLM };
    expect(find('openai', shared)).toMatchObject({ baseUrl: 'https://proxy.example/v1', apiKey: 'global-key' });
    expect(find('google', { ...shared, GEMINI_API_KEY: 'g' }).baseUrl).toContain('googleapis');
  });

  it('asks a local server without a key, and whatever model is named', () => {
    const raw = { EMBEDDING_MODEL: 'nomic', EMBEDDING_BASE_URL: 'http://127.0.0.1:9/v1' };
    expect(find('ollama', raw)).toMatchObject({ model: 'nomic', apiKey: 'none', baseUrl: 'http://127.0.0.1:9/v1' });
    expect(find('custom', raw)).toMatchObject({ model: 'nomic', apiKey: 'none' });
  });

  it.each<ProviderName>(['deepseek', 'anthropic', 'openrouter'])(
    '%s has none, and the message says who has',
    (provider) => {
      expect(() => find(provider, { EMBEDDING_API_KEY: 'k', EMBEDDING_MODEL: 'm' })).toThrow(
        expect.objectContaining({
          code: 'EMBEDDING.NOT_CONFIGURED',
          detail: expect.stringMatching(/openai.*offline/) as unknown,
        }),
      );
    },
  );
});
