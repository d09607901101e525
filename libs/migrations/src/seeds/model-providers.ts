import { customKeyVariable } from '@council/config';
import type { ProviderDialect } from '@council/contracts';
import type { SeedProvider } from './seed-shapes.js';

type Row = Pick<SeedProvider, 'provider_id' | 'name' | 'icon' | 'dialect'>;

const vendor = (row: Row, key_variable: string, models: readonly string[] = []): SeedProvider => ({
  ...row,
  key_variable,
  egress: 'public',
  models,
});

/** Its list of models is asked of itself: what a vendor sells changes faster than a release. */
const another = (provider_id: string, name: string, icon: string): SeedProvider =>
  vendor({ provider_id, name, icon, dialect: 'openai' }, customKeyVariable(provider_id));

/** Which models such a server has is known to that server alone. */
const ownServer = (provider_id: string, name: string): SeedProvider => {
  const dialect: ProviderDialect = 'ollama';
  return { provider_id, name, icon: '⚫', dialect, key_variable: null, egress: 'private', models: [] };
};

/** In the order in which they are offered. A list may be empty: any model can be named by hand. */
export const MODEL_PROVIDERS: readonly SeedProvider[] = [
  vendor({ provider_id: 'openai', name: 'OpenAI', icon: '🟢', dialect: 'openai' }, 'OPENAI_API_KEY', [
    'gpt-4o',
    'o1',
    'gpt-5-mini',
    'gpt-4.5-preview',
  ]),
  vendor({ provider_id: 'google', name: 'Google', icon: '🔵', dialect: 'google' }, 'GEMINI_API_KEY', [
    'gemini-3-pro',
    'gemini-3-flash',
    'gemini-2.0-flash',
    'gemini-2.0-pro',
  ]),
  vendor({ provider_id: 'deepseek', name: 'DeepSeek', icon: '🟣', dialect: 'deepseek' }, 'DEEPSEEK_API_KEY', [
    'deepseek-chat',
    'deepseek-reasoner',
  ]),
  vendor({ provider_id: 'dashscope', name: 'DashScope', icon: '🟡', dialect: 'openai' }, 'DASHSCOPE_API_KEY', [
    'qwen-max',
    'qwen-plus',
    'qwen-turbo',
  ]),
  vendor({ provider_id: 'siliconflow', name: 'SiliconFlow', icon: '🟠', dialect: 'openai' }, 'SILICONFLOW_API_KEY', [
    'zai-org/GLM-4.6',
    'Qwen/Qwen2.5-72B-Instruct',
    'Qwen/Qwen2.5-Coder-32B-Instruct',
    'deepseek-ai/DeepSeek-V3',
    'deepseek-ai/DeepSeek-R1',
  ]),
  vendor({ provider_id: 'anthropic', name: 'Anthropic', icon: '🟤', dialect: 'anthropic' }, 'ANTHROPIC_API_KEY'),
  vendor({ provider_id: 'openrouter', name: 'OpenRouter', icon: '⚪', dialect: 'openrouter' }, 'OPENROUTER_API_KEY'),
  another('mistral', 'Mistral', '🔶'),
  another('groq', 'Groq', '🔴'),
  another('together', 'Together AI', '🔷'),
  another('fireworks', 'Fireworks AI', '🎆'),
  another('xai', 'xAI', '✖️'),
  another('moonshot', 'Moonshot AI (Kimi)', '🌙'),
  another('zhipu', 'Zhipu AI (GLM)', '🧠'),
  another('perplexity', 'Perplexity', '🔎'),
  another('cohere', 'Cohere', '🪸'),
  ownServer('ollama', 'Ollama'),
  ownServer('lmstudio', 'LM Studio'),
  ownServer('llamacpp', 'llama.cpp'),
  ownServer('vllm', 'vLLM'),
];
