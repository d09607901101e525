import type { LlmConfig } from '@council/config';
import { presetOf, type ProviderSettings } from './provider-settings.js';

export interface ProviderAddress {
  /** Without a slash at its end. */
  readonly baseUrl: string;
  /** What a user gave is checked before it is called; the product's and the environment's own addresses are not. */
  readonly isGivenByUser: boolean;
}

/** What was said in the app holds, then the environment, then the product. Null: nobody has said anything. */
export function addressOf(config: LlmConfig, settings: ProviderSettings): ProviderAddress | null {
  if (settings.base_url !== null) return { baseUrl: trimmed(settings.base_url), isGivenByUser: true };
  const home = homeOf(config, settings);
  return home === null ? null : { baseUrl: trimmed(home), isGivenByUser: false };
}

/** Where the provider is when no user has said otherwise: there its key may always be sent. */
export function homeOf(config: LlmConfig, settings: ProviderSettings): string | null {
  const configured = config.provider === settings.provider_id && !settings.is_custom ? config.baseUrl : undefined;
  return configured ?? presetOf(settings)?.baseUrl ?? null;
}

export const originOf = (url: string): string => new URL(url).origin;

const trimmed = (url: string): string => url.replace(/\/+$/, '');

const LOOPBACK_HOST = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i;

export function isLoopbackUrl(url: string): boolean {
  return URL.canParse(url) && LOOPBACK_HOST.test(new URL(url).hostname);
}
