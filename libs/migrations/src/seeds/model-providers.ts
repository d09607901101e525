import type { SeedProvider } from './seed-shapes.js';

/** In the order in which they are offered. A list may be empty: any model can be named by hand. */
export const MODEL_PROVIDERS: readonly SeedProvider[] = [
  {
    provider_id: 'openai',
    name: 'OpenAI',
    icon: '🟢',
    models: ['gpt-4o', 'o1', 'gpt-5-mini', 'gpt-4.5-preview'],
  },
  {
    provider_id: 'google',
    name: 'Google',
    icon: '🔵',
    models: ['gemini-3-pro', 'gemini-3-flash', 'gemini-2.0-flash', 'gemini-2.0-pro'],
  },
  { provider_id: 'deepseek', name: 'DeepSeek', icon: '🟣', models: ['deepseek-chat', 'deepseek-reasoner'] },
  { provider_id: 'dashscope', name: 'DashScope', icon: '🟡', models: ['qwen-max', 'qwen-plus', 'qwen-turbo'] },
  {
    provider_id: 'siliconflow',
    name: 'SiliconFlow',
    icon: '🟠',
    models: [
      'zai-org/GLM-4.6',
      'Qwen/Qwen2.5-72B-Instruct',
      'Qwen/Qwen2.5-Coder-32B-Instruct',
      'deepseek-ai/DeepSeek-V3',
      'deepseek-ai/DeepSeek-R1',
    ],
  },
  {
    provider_id: 'anthropic',
    name: 'Anthropic',
    icon: '🟤',
    models: [],
  },
  {
    provider_id: 'openrouter',
    name: 'OpenRouter',
    icon: '⚪',
    models: [],
  },
  // Which models an Ollama server has is known to that server alone.
  { provider_id: 'ollama', name: 'Ollama', icon: '⚫', models: [] },
];
