import { describe, expect, it } from '@jest/globals';
import { parseEnvironment } from '@council/config';
import { ProviderBook } from './provider-book.js';
import { knownProviders, PRESETS_ALONE, type ProviderSettings } from './provider-settings.js';

function bookWith(environment: Record<string, string>, provider_id: string, changes: Partial<ProviderSettings> = {}) {
  const settings = { ...PRESETS_ALONE.get(provider_id), ...changes } as ProviderSettings;
  return new ProviderBook(parseEnvironment(environment).llm, knownProviders([settings]));
}

describe('the state of a model', () => {
  const base_url = 'http://127.0.0.1:11434/v1';
  const live = (...ids: readonly string[]) => ({ live_models: { base_url, ids } });
  const state = (changes: Partial<ProviderSettings>, model: string, environment: Record<string, string> = {}) =>
    bookWith(environment, 'ollama', changes).modelState({ provider: ' Ollama', model });

  it('is unknown until the provider was asked, and for a list of another address', () => {
    expect(state({}, 'llama3')).toBe('unknown');
    expect(state({ ...live('llama3'), base_url: 'http://10.0.0.9/v1' }, 'llama3')).toBe('unknown');
    const moved = { LLM_PROVIDER: 'ollama', LLM_MODEL: 'm', LLM_BASE_URL: 'http://10.0.0.9/v1' };
    expect(state(live('llama3'), 'qwen3', moved)).toBe('unknown');
    expect(bookWith({}, 'ollama').modelState({ provider: 'rehearsal', model: 'extractive' })).toBe('unknown');
  });

  it('is told by the list, and a tag that a name leaves out is the latest', () => {
    expect(state(live('llama3:latest', 'qwen3:8b'), 'llama3')).toBe('listed');
    expect(state(live('llama3:latest', 'qwen3:8b'), 'qwen3')).toBe('vanished');
  });
});

describe('whether a model is configured', () => {
  it('a key says so, also when its provider is switched off; a server that needs none does not', () => {
    expect(bookWith({ OPENAI_API_KEY: 'k' }, 'openai', { is_enabled: false }).isAnyModelConfigured()).toBe(true);
    expect(bookWith({}, 'ollama').isAnyModelConfigured()).toBe(false);
    expect(bookWith({ COUNCIL_KEY_MISTRAL: 'k' }, 'openai').withKey()).toEqual(['mistral']);
  });

  it('a key without a provider does not', () => {
    expect(bookWith({ COUNCIL_KEY_ACME: 'k' }, 'openai').isAnyModelConfigured()).toBe(false);
  });
});
