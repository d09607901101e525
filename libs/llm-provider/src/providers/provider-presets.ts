import { customKeyVariable, type KeyedProvider } from '@council/config';
import type { ProviderDialect, ProviderEgress, ProviderQuirks } from '@council/contracts';

/** A provider that comes with the product: where it is, and what is different about it. */
export interface ProviderPreset {
  readonly name: string;
  /** How it is called in messages to people. */
  readonly label: string;
  /** Null: only an address that is configured (`LLM_BASE_URL`) will do. */
  readonly baseUrl: string | null;
  /** Null: it asks for no key. */
  readonly keyVariable: string | null;
  readonly dialect: ProviderDialect;
  /** Where it differs from its dialect. */
  readonly quirks: Partial<ProviderQuirks>;
  readonly egress: ProviderEgress;
}

const vendor = (
  name: string,
  label: string,
  baseUrl: string,
  keyVariable: string,
  dialect: ProviderDialect,
  quirks: Partial<ProviderQuirks> = {},
): ProviderPreset => ({ name, label, baseUrl, keyVariable, dialect, quirks, egress: 'public' });

const ownServer = (name: string, label: string, port: number): ProviderPreset => ({
  name,
  label,
  baseUrl: `http://127.0.0.1:${port}/v1`,
  keyVariable: null,
  dialect: 'ollama',
  quirks: {},
  egress: 'private',
});

const OLDER_NAME = { max_tokens_name: 'max_tokens' } as const;
const JSON_OBJECT = { ...OLDER_NAME, json_mode: 'object' } as const;
/** It refuses `stream_options`. */
const NO_STREAM_OPTIONS = { reports_usage: false } as const;

/** A vendor that speaks OpenAI's dialect, and whose key is in COUNCIL_KEY_<ID>. */
const another = (name: string, label: string, baseUrl: string, quirks: Partial<ProviderQuirks>): ProviderPreset =>
  vendor(name, label, baseUrl, customKeyVariable(name), 'openai', quirks);

/** Google and Anthropic are reached through their own OpenAI-compatible endpoints. */
export const PROVIDER_PRESETS: readonly ProviderPreset[] = [
  vendor('openai', 'OpenAI', 'https://api.openai.com/v1', 'OPENAI_API_KEY', 'openai'),
  vendor('anthropic', 'Anthropic', 'https://api.anthropic.com/v1', 'ANTHROPIC_API_KEY', 'anthropic'),
  vendor('google', 'Google', 'https://generativelanguage.googleapis.com/v1beta/openai', 'GEMINI_API_KEY', 'google'),
  vendor('deepseek', 'DeepSeek', 'https://api.deepseek.com', 'DEEPSEEK_API_KEY', 'deepseek'),
  vendor(
    'dashscope',
    'DashScope',
    'https://dashscope.aliyuncs.com/compatible-mode/v1',
    'DASHSCOPE_API_KEY',
    'openai',
    JSON_OBJECT,
  ),
  vendor('siliconflow', 'SiliconFlow', 'https://api.siliconflow.cn/v1', 'SILICONFLOW_API_KEY', 'openai', JSON_OBJECT),
  vendor('openrouter', 'OpenRouter', 'https://openrouter.ai/api/v1', 'OPENROUTER_API_KEY', 'openrouter'),
  another('mistral', 'Mistral', 'https://api.mistral.ai/v1', { ...OLDER_NAME, ...NO_STREAM_OPTIONS }),
  another('groq', 'Groq', 'https://api.groq.com/openai/v1', JSON_OBJECT),
  another('together', 'Together AI', 'https://api.together.xyz/v1', JSON_OBJECT),
  another('fireworks', 'Fireworks AI', 'https://api.fireworks.ai/inference/v1', OLDER_NAME),
  another('xai', 'xAI', 'https://api.x.ai/v1', {}),
  another('moonshot', 'Moonshot AI (Kimi)', 'https://api.moonshot.ai/v1', JSON_OBJECT),
  another('zhipu', 'Zhipu AI (GLM)', 'https://open.bigmodel.cn/api/paas/v4', JSON_OBJECT),
  another('perplexity', 'Perplexity', 'https://api.perplexity.ai', { ...OLDER_NAME, supports_tools: false }),
  another('cohere', 'Cohere', 'https://api.cohere.ai/compatibility/v1', { ...JSON_OBJECT, ...NO_STREAM_OPTIONS }),
  ownServer('ollama', 'Ollama', 11_434),
  ownServer('lmstudio', 'LM Studio', 1_234),
  ownServer('llamacpp', 'llama.cpp', 8_080),
  ownServer('vllm', 'vLLM', 8_000),
  {
    name: 'custom',
    label: 'the custom endpoint',
    baseUrl: null,
    keyVariable: null,
    dialect: 'openai',
    // An unknown server may refuse what it does not know with a 400: the careful choice is not to send it.
    quirks: { ...JSON_OBJECT, reports_usage: false },
    egress: 'private',
  },
];

export const findPreset = (providerId: string): ProviderPreset | undefined =>
  PROVIDER_PRESETS.find(({ name }) => name === providerId);

/** `gemini` is the reference's other name for `google`. */
export function canonicalProvider(name: string): string {
  const wanted = name.trim().toLowerCase();
  return wanted === 'gemini' ? 'google' : wanted;
}

const KEYED: Readonly<Record<KeyedProvider, true>> = {
  openai: true,
  anthropic: true,
  google: true,
  deepseek: true,
  dashscope: true,
  siliconflow: true,
  openrouter: true,
};

/** Whether the provider has a variable of its own; all others read `COUNCIL_KEY_...`. */
export const isKeyed = (name: string): name is KeyedProvider => Object.hasOwn(KEYED, name);
