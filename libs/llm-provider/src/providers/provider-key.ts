import type { LlmConfig } from '@council/config';
import type { KeySource } from '@council/contracts';
import type { StoredKey } from '../vault/key-vault.js';
import { homeOf, originOf, type ProviderAddress } from './provider-address.js';
import { isKeyed } from './provider-presets.js';
import type { KnownProviders, ProviderSettings } from './provider-settings.js';

export type KeyState =
  | { readonly state: 'ready'; readonly apiKey: string; readonly hasKey: boolean }
  | { readonly state: 'absent'; readonly message: string }
  /** There is a key, and it was meant for another server than the one at this address. */
  | { readonly state: 'unconfirmed'; readonly message: string };

const NO_KEY_NEEDED = 'none';

/** The key for this address. A key never goes to another origin than the one it was confirmed for. */
export function keyFor(config: LlmConfig, settings: ProviderSettings, address: ProviderAddress): KeyState {
  const { name, key_variable, stored_key } = settings;
  if (key_variable !== null && stored_key) return storedKeyFor(settings, stored_key, address);
  const key = configuredKey(config, settings);
  if (key === undefined) {
    if (key_variable === null) return { state: 'ready', apiKey: NO_KEY_NEEDED, hasKey: false };
    const shared = isDefault(config, settings) ? ' or LLM_API_KEY' : '';
    return { state: 'absent', message: `No API key for ${name} is configured: set ${key_variable}${shared}.` };
  }
  if (mayBeSent(config, settings, address)) return { state: 'ready', apiKey: key, hasKey: true };
  if (key_variable === null) return { state: 'ready', apiKey: NO_KEY_NEEDED, hasKey: false };
  const origin = originOf(address.baseUrl);
  return {
    state: 'unconfirmed',
    message:
      `The address of ${name} was changed to another server: its key (${key_variable}) is not sent to ${origin} ` +
      `until that is confirmed with POST /api/v1/providers/${settings.provider_id}/key {"origin": "${origin}"}.`,
  };
}

/** It was entered for one origin. For another it has to be entered again: confirming would be enough for a thief. */
function storedKeyFor(
  { name }: ProviderSettings,
  { apiKey, origin }: StoredKey,
  { baseUrl }: ProviderAddress,
): KeyState {
  if (origin === originOf(baseUrl)) return { state: 'ready', apiKey, hasKey: true };
  return {
    state: 'unconfirmed',
    message:
      `The key of ${name} was entered in the app for ${origin}: it is not sent to ${originOf(baseUrl)}. ` +
      'Enter it again for the new address, or remove it.',
  };
}

function mayBeSent(config: LlmConfig, settings: ProviderSettings, address: ProviderAddress): boolean {
  if (!address.isGivenByUser) return true;
  const home = homeOf(config, settings);
  const allowed = settings.key_origin ?? (home === null ? null : originOf(home));
  return allowed === originOf(address.baseUrl);
}

/** The provider's own key, else that of the default provider. */
function configuredKey(config: LlmConfig, settings: ProviderSettings): string | undefined {
  return ownKey(config, settings) ?? (isDefault(config, settings) ? config.apiKey : undefined);
}

/** Which key counts: one that was entered in the app, and only without one that of the environment. Null: there is none. */
export function keySource(config: LlmConfig, settings: ProviderSettings): KeySource | null {
  if (settings.key_variable === null) return null;
  if (settings.stored_key) return 'vault';
  return configuredKey(config, settings) === undefined ? null : 'environment';
}

function ownKey({ keys, customKeys = {} }: LlmConfig, settings: ProviderSettings): string | undefined {
  const { provider_id, key_variable, stored_key } = settings;
  if (key_variable === null) return undefined;
  if (stored_key) return stored_key.apiKey;
  if (isKeyed(provider_id)) return keys[provider_id];
  return Object.hasOwn(customKeys, provider_id) ? customKeys[provider_id] : undefined;
}

const isDefault = (config: LlmConfig, settings: ProviderSettings): boolean =>
  config.provider === settings.provider_id && !settings.is_custom;

/** Who has a key of their own, switched on or off. */
export const providersWithKey = (config: LlmConfig, known: KnownProviders): readonly string[] =>
  [...known.values()].filter((one) => ownKey(config, one) !== undefined).map(({ provider_id }) => provider_id);

/** Whether somebody has chosen it: by its key, as the default, or by switching it on. One that is off again counts. */
export function isChosen(config: LlmConfig, settings: ProviderSettings): boolean {
  if (isDefault(config, settings) || ownKey(config, settings) !== undefined) return true;
  return settings.key_variable === null && settings.is_enabled === true;
}
