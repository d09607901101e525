import type { KeyedProvider, ProviderName } from '@council/config';

/** What is different about an endpoint that speaks OpenAI's chat completions. */
export interface ProviderPreset {
  readonly name: ProviderName;
  /** How it is called in messages to people. */
  readonly label: string;
  /** Null: only an address that is configured (`LLM_BASE_URL`) will do. */
  readonly baseUrl: string | null;
  /** Null: it asks for no key. */
  readonly keyVariable: string | null;
  /** Whether `stream_options: {include_usage: true}` is understood. Where it is not, usage is estimated. */
  readonly reportsUsage: boolean;
}

const preset = (
  name: ProviderName,
  label: string,
  baseUrl: string | null,
  keyVariable: string | null,
  reportsUsage = true,
): ProviderPreset => ({ name, label, baseUrl, keyVariable, reportsUsage });

/** Google and Anthropic are reached through their own OpenAI-compatible endpoints. */
export const PROVIDER_PRESETS: Readonly<Record<ProviderName, ProviderPreset>> = {
  openai: preset('openai', 'OpenAI', 'https://api.openai.com/v1', 'OPENAI_API_KEY'),
  anthropic: preset('anthropic', 'Anthropic', 'https://api.anthropic.com/v1', 'ANTHROPIC_API_KEY'),
  google: preset('google', 'Google', 'https://generativelanguage.googleapis.com/v1beta/openai', 'GEMINI_API_KEY'),
  deepseek: preset('deepseek', 'DeepSeek', 'https://api.deepseek.com', 'DEEPSEEK_API_KEY'),
  dashscope: preset('dashscope', 'DashScope', 'https://dashscope.aliyuncs.com/compatible-mode/v1', 'DASHSCOPE_API_KEY'),
  siliconflow: preset('siliconflow', 'SiliconFlow', 'https://api.siliconflow.cn/v1', 'SILICONFLOW_API_KEY'),
  openrouter: preset('openrouter', 'OpenRouter', 'https://openrouter.ai/api/v1', 'OPENROUTER_API_KEY'),
  ollama: preset('ollama', 'Ollama', 'http://127.0.0.1:11434/v1', null),
  // An unknown server may refuse stream_options with a 400: the careful choice is not to send it.
  custom: preset('custom', 'the custom endpoint', null, null, false),
};

/** `gemini` is the reference's other name for `google`. Null: nobody of that name is known. */
export function canonicalProvider(name: string): ProviderName | null {
  const wanted = name.trim().toLowerCase();
  const canonical = wanted === 'gemini' ? 'google' : wanted;
  return Object.hasOwn(PROVIDER_PRESETS, canonical) ? (canonical as ProviderName) : null;
}

export const isKeyed = (name: ProviderName): name is KeyedProvider => PROVIDER_PRESETS[name].keyVariable !== null;
