import type { AppConfig, KeyedProvider, ProviderName } from '@council/config';
import { AppError } from '@council/kernel';

/** A model of embeddings as it can really be called. */
export interface EmbeddingEndpoint {
  readonly provider: ProviderName;
  readonly baseUrl: string;
  readonly model: string;
  /** `none` where no key is needed: the client library refuses to send a request without one. */
  readonly apiKey: string;
  /** Texts in one request at most. */
  readonly batch: number;
}

interface Preset {
  readonly baseUrl: string | null;
  readonly model: string | null;
  readonly keyVariable: string | null;
  readonly batch: number;
}

/** Those that have no endpoint for embeddings in OpenAI's form are not here. */
const PRESETS: Readonly<Partial<Record<ProviderName, Preset>>> = {
  openai: {
    baseUrl: 'https://api.openai.com/v1',
    model: 'text-embedding-3-small',
    keyVariable: 'OPENAI_API_KEY',
    batch: 128,
  },
  dashscope: {
    baseUrl: 'https://dashscope.aliyuncs.com/compatible-mode/v1',
    model: 'text-embedding-v1',
    keyVariable: 'DASHSCOPE_API_KEY',
    batch: 10,
  },
  siliconflow: {
    baseUrl: 'https://api.siliconflow.cn/v1',
    model: 'Qwen/Qwen3-Embedding-8B',
    keyVariable: 'SILICONFLOW_API_KEY',
    batch: 32,
  },
  google: {
    baseUrl: 'https://generativelanguage.googleapis.com/v1beta/openai',
    model: 'text-embedding-004',
    keyVariable: 'GEMINI_API_KEY',
    batch: 100,
  },
  ollama: { baseUrl: 'http://127.0.0.1:11434/v1', model: null, keyVariable: null, batch: 32 },
  custom: { baseUrl: null, model: null, keyVariable: null, batch: 32 },
};

/**
 * Where embeddings come from, by the configuration alone. Address and key of the chat model serve here too when both
 * have the same provider, and only together: its key never goes to another address than it was meant for.
 */
export function findEmbeddingEndpoint(config: AppConfig, provider: ProviderName): EmbeddingEndpoint {
  const { embedding, llm } = config;
  const preset = PRESETS[provider];
  if (preset === undefined) {
    throw notConfigured(`${provider} offers no embeddings: set EMBEDDING_PROVIDER to ${names()}, or leave it empty.`);
  }
  const isShared = llm.provider === provider;
  const baseUrl = embedding.baseUrl ?? (isShared ? llm.baseUrl : undefined) ?? preset.baseUrl;
  if (baseUrl === null) throw notConfigured(`Set EMBEDDING_BASE_URL: ${provider} has no address of its own.`);
  const model = embedding.model ?? preset.model;
  if (model === null) throw notConfigured(`Set EMBEDDING_MODEL: ${provider} has no default.`);
  const ownKey = Object.hasOwn(llm.keys, provider) ? llm.keys[provider as KeyedProvider] : undefined;
  const apiKey = embedding.apiKey ?? ownKey ?? (isShared ? llm.apiKey : undefined);
  if (apiKey === undefined && preset.keyVariable !== null) {
    throw notConfigured(`No key for embeddings by ${provider}: set EMBEDDING_API_KEY or ${preset.keyVariable}.`);
  }
  return { provider, baseUrl: baseUrl.replace(/\/+$/, ''), model, apiKey: apiKey ?? 'none', batch: preset.batch };
}

const names = (): string => [...Object.keys(PRESETS), 'offline'].join(', ');

function notConfigured(detail: string): AppError {
  return new AppError('unavailable', 'EMBEDDING.NOT_CONFIGURED', 'no embeddings with this configuration', { detail });
}
