import { describe, expect, it } from '@jest/globals';
import { AppConfig, parseEnvironment } from '@council/config';
import type { KeyVault } from '../vault/key-vault.js';
import { ProviderDirectory } from './provider-directory.js';
import type { ModelEntity, ProviderEntity } from './provider.entity.js';
import { PRESETS_ALONE } from './provider-settings.js';
import type { ProvidersRepository } from './providers.repository.js';

const row = (provider_id: string, ...models: readonly string[]) =>
  ({
    ...PRESETS_ALONE.get(provider_id),
    name: provider_id.toUpperCase(),
    icon: '*',
    models: [
      ...models.map((model_id) => ({ model_id, is_mainstream: true }) as ModelEntity),
      { model_id: 'old', is_mainstream: false } as ModelEntity,
    ],
  }) as ProviderEntity;
const ROWS = [
  row('openai', 'gpt-4o'),
  row('siliconflow', 'zai-org/GLM-4.6', 'Qwen/Qwen2.5-72B-Instruct', 'deepseek-ai/DeepSeek-V3'),
];
const list = (environment: Record<string, string>, kept: readonly ProviderEntity[] = ROWS) => {
  const rows = { findAll: () => Promise.resolve(kept) } as unknown as ProvidersRepository;
  const vault = { openOrKeep: () => Promise.resolve(new Map()) } as unknown as KeyVault;
  return new ProviderDirectory(rows, vault, new AppConfig(parseEnvironment(environment))).list();
};

describe('ProviderDirectory', () => {
  it('lists the mainstream models and says who can be called', async () => {
    expect(await list({ OPENAI_API_KEY: 'k-openai' })).toEqual({
      providers: [
        {
          provider_id: 'openai',
          name: 'OPENAI',
          icon: '*',
          models: ['gpt-4o'],
          ...{ is_configured: true, is_enabled: true, is_custom: false, dialect: 'openai' },
          ...{ base_url: 'https://api.openai.com/v1', has_key: true, key_variable: 'OPENAI_API_KEY', warning: null },
          ...{ key_source: 'environment', key_stored_at: null },
        },
        expect.objectContaining({
          provider_id: 'siliconflow',
          models: ['zai-org/GLM-4.6', 'Qwen/Qwen2.5-72B-Instruct', 'deepseek-ai/DeepSeek-V3'],
          is_configured: false,
          has_key: false,
        }),
      ],
    });
  });

  it.each([
    ['nobody has said anything', {}, null, { is_configured: false, is_enabled: false }],
    ['it was switched on', {}, true, { is_configured: true, is_enabled: true }],
    ['it is the default', { LLM_PROVIDER: 'ollama', LLM_MODEL: 'm' }, null, { is_configured: true, is_enabled: true }],
    ['it was switched off', { LLM_PROVIDER: 'ollama', LLM_MODEL: 'm' }, false, { is_configured: false }],
  ])('calls a server that needs no key configured when it was chosen: %s', async (_what, environment, said, shown) => {
    const { providers } = await list(environment, [Object.assign(row('ollama'), { is_enabled: said })]);
    expect(providers).toEqual([expect.objectContaining(shown)]);
  });

  it("leaves out at SiliconFlow what the vendor's own key offers", async () => {
    const { providers } = await list({ DEEPSEEK_API_KEY: 'k-deepseek', DASHSCOPE_API_KEY: 'k-dashscope' });
    expect(providers[1]?.models).toEqual(['zai-org/GLM-4.6']);
  });
});
