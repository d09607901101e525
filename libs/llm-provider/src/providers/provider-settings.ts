import { customKeyVariable } from '@council/config';
import { findPreset, isKeyed, PROVIDER_PRESETS, type ProviderPreset } from './provider-presets.js';
import type { StoredKey, StoredKeys } from '../vault/key-vault.js';
import type { ProviderEntity } from './provider.entity.js';

/** What decides how a provider is called: its row, or the preset where there is no row. */
export type ProviderSettings = Readonly<
  Pick<
    ProviderEntity,
    | 'provider_id'
    | 'name'
    | 'dialect'
    | 'base_url'
    | 'key_variable'
    | 'key_origin'
    | 'is_enabled'
    | 'is_custom'
    | 'quirks'
    | 'limits'
    | 'timeouts'
    | 'proxy_url'
    | 'egress'
    | 'live_models'
  >
> & {
  /** Entered in the app; null: none was. */
  readonly stored_key?: StoredKey | null;
};

export type KnownProviders = ReadonlyMap<string, ProviderSettings>;

const untouched = (preset: ProviderPreset): ProviderSettings => ({
  provider_id: preset.name,
  name: preset.label,
  dialect: preset.dialect,
  base_url: null,
  key_variable: preset.keyVariable,
  key_origin: null,
  is_enabled: null,
  is_custom: false,
  quirks: {},
  limits: {},
  timeouts: {},
  proxy_url: null,
  egress: preset.egress,
  live_models: null,
});

/** As the product comes, before any row says otherwise. */
export const PRESETS_ALONE: KnownProviders = new Map(PROVIDER_PRESETS.map((one) => [one.name, untouched(one)]));

export const withStoredKeys = <Row extends { readonly provider_id: string }>(rows: readonly Row[], keys: StoredKeys) =>
  rows.map((row) => ({ ...row, stored_key: keys.get(row.provider_id) ?? null }));

export const knownProviders = (rows: readonly ProviderSettings[]): KnownProviders =>
  new Map([...PRESETS_ALONE, ...rows.map((row) => [row.provider_id, row] as const)]);

/** None for a provider that a user has added, even when a later release brings a preset of the same name. */
export const presetOf = (settings: ProviderSettings): ProviderPreset | undefined =>
  settings.is_custom ? undefined : findPreset(settings.provider_id);

/** Where a key of this provider is looked for. Derived and never chosen: a user could name any variable else. */
export function keyVariableOf(providerId: string): string {
  return (isKeyed(providerId) ? findPreset(providerId)?.keyVariable : null) ?? customKeyVariable(providerId);
}
