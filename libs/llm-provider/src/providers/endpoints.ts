import type { LlmConfig } from '@council/config';
import { canonicalProvider, isKeyed, PROVIDER_PRESETS, type ProviderPreset } from './provider-presets.js';

/** A provider as it can really be called. */
export interface Endpoint {
  readonly preset: ProviderPreset;
  readonly baseUrl: string;
  /** `none` where no key is needed: the client library refuses to send a request without one. */
  readonly apiKey: string;
}

export type EndpointLookup =
  | { readonly ok: true; readonly endpoint: Endpoint }
  | {
      readonly ok: false;
      readonly code: 'MODEL.UNKNOWN_PROVIDER' | 'MODEL.NO_KEY' | 'MODEL.NO_ADDRESS';
      readonly message: string;
    };

const NO_KEY_NEEDED = 'none';

/** Where a provider is and with which key, or what is missing, in words that say what to set. */
export function findEndpoint(config: LlmConfig, provider: string): EndpointLookup {
  const name = canonicalProvider(provider);
  if (name === null) {
    const known = Object.keys(PROVIDER_PRESETS).join(', ');
    return { ok: false, code: 'MODEL.UNKNOWN_PROVIDER', message: `"${provider}" is not a known provider (${known}).` };
  }
  const preset = PROVIDER_PRESETS[name];
  const isDefault = config.provider === name;
  const baseUrl = (isDefault ? config.baseUrl : undefined) ?? preset.baseUrl;
  if (baseUrl === null) {
    const message = `${preset.label} has no address: set LLM_PROVIDER=${name}, LLM_MODEL and LLM_BASE_URL.`;
    return { ok: false, code: 'MODEL.NO_ADDRESS', message };
  }
  const ownKey = isKeyed(name) ? config.keys[name] : undefined;
  const apiKey = ownKey ?? (isDefault ? config.apiKey : undefined);
  if (apiKey === undefined && preset.keyVariable !== null) {
    const shared = isDefault ? ' or LLM_API_KEY' : '';
    return {
      ok: false,
      code: 'MODEL.NO_KEY',
      message: `No API key for ${preset.label} is configured: set ${preset.keyVariable}${shared}.`,
    };
  }
  return {
    ok: true,
    endpoint: { preset, baseUrl: baseUrl.replace(/\/+$/, ''), apiKey: apiKey ?? NO_KEY_NEEDED },
  };
}

/** Whether anybody can be called at all: a key, or a default that was named. */
export const isAnyModelConfigured = (config: LlmConfig): boolean =>
  config.provider !== undefined || Object.values<string | undefined>(config.keys).some((key) => key !== undefined);

const LOOPBACK_HOST = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i;

export function isLoopbackUrl(url: string): boolean {
  return URL.canParse(url) && LOOPBACK_HOST.test(new URL(url).hostname);
}
