import type { ProviderDialect, ProviderQuirks } from '@council/contracts';

const QUIRKS: ProviderQuirks = {
  reports_usage: true,
  max_tokens_name: 'max_tokens',
  system_role: 'system',
  json_mode: 'schema',
  supports_tools: true,
};

/** How each family differs, as their documentation says; docs/providers.md says what of it was verified. */
const DIALECT_QUIRKS: Readonly<Record<ProviderDialect, ProviderQuirks>> = {
  // The reasoning models refuse the older name; all models take the newer one.
  openai: { ...QUIRKS, max_tokens_name: 'max_completion_tokens' },
  // Its compatible endpoint ignores response_format.
  anthropic: { ...QUIRKS, json_mode: 'none' },
  google: QUIRKS,
  deepseek: { ...QUIRKS, json_mode: 'object' },
  // LM Studio, llama.cpp and vLLM too.
  ollama: QUIRKS,
  openrouter: QUIRKS,
};

/** For a server that somebody has added and nobody knows: what every server takes, since a 400 costs a turn. */
const CAREFUL: Partial<ProviderQuirks> = { reports_usage: false, max_tokens_name: 'max_tokens', json_mode: 'object' };

/** The dialect's habits, changed by what is known of the provider and then by what its user has said. */
export function quirksOf(
  dialect: ProviderDialect,
  isUnknown: boolean,
  ...overrides: readonly Partial<ProviderQuirks>[]
): ProviderQuirks {
  const careful = isUnknown && dialect === 'openai' ? CAREFUL : {};
  return Object.assign({}, DIALECT_QUIRKS[dialect], careful, ...overrides) as ProviderQuirks;
}
