import { Injectable } from '@nestjs/common';
import { AppConfig, type LlmConfig } from '@council/config';
import type { Provider, ProviderDetails, ProviderList } from '@council/contracts';
import { KeyVault, type StoredKey } from '../vault/key-vault.js';
import { effectiveQuirks, findEndpoint, limitsOf, timeoutsOf } from './endpoints.js';
import { addressOf } from './provider-address.js';
import { isChosen, keyFor, keySource, type KeyState, providersWithKey } from './provider-key.js';
import { type KnownProviders, knownProviders, withStoredKeys } from './provider-settings.js';
import type { ProviderEntity } from './provider.entity.js';
import { ProvidersRepository } from './providers.repository.js';

/** The vendors and models that a user may choose from. Reads the database on every call: whoever asks often caches. */
@Injectable()
export class ProviderDirectory {
  constructor(
    private readonly providers: ProvidersRepository,
    private readonly vault: KeyVault,
    private readonly config: AppConfig,
  ) {}

  async list(): Promise<ProviderList> {
    const rows = withStoredKeys(await this.providers.findAll(), await this.vault.openOrKeep());
    const known = knownProviders(rows);
    return { providers: rows.map((row) => toProvider(row, this.config.llm, known)) };
  }

  async details(id: string): Promise<ProviderDetails | null> {
    const found = await this.providers.findOne(id);
    if (found === null) return null;
    const keys = await this.vault.openOrKeep();
    const row = { ...found, stored_key: keys.get(id) ?? null };
    return {
      ...toProvider(row, this.config.llm, knownProviders([row])),
      can_store_key: this.vault.isReady,
      // Whoever edits the list must see all of it.
      models: mainstreamOf(row),
      is_edited: row.is_edited,
      quirks: row.quirks,
      effective_quirks: effectiveQuirks(row),
      limits: limitsOf(row),
      timeouts: timeoutsOf(row),
      proxy_url: row.proxy_url,
      egress: row.egress,
    };
  }
}

type Row = Readonly<ProviderEntity> & { readonly stored_key: StoredKey | null };

function toProvider(row: Row, config: LlmConfig, known: KnownProviders): Provider {
  const address = addressOf(config, row);
  const key: KeyState | null = address === null ? null : keyFor(config, row, address);
  return {
    provider_id: row.provider_id,
    name: row.name,
    icon: row.icon,
    models: mainstreamOf(row).filter((model) => !isOfferedByItsVendor(row.provider_id, model, config, known)),
    is_configured: isChosen(config, row) && findEndpoint(config, row.provider_id, knownProviders([row])).ok,
    // A server of one's own is not on before somebody says so; a vendor's key says it.
    is_enabled: row.is_enabled ?? (row.key_variable !== null || isChosen(config, row)),
    is_custom: row.is_custom,
    dialect: row.dialect,
    base_url: address?.baseUrl ?? null,
    has_key: key?.state === 'ready' && key.hasKey,
    key_variable: row.key_variable,
    key_source: keySource(config, row),
    key_stored_at: row.stored_key?.storedAt.toISOString() ?? null,
    warning: key?.state === 'unconfirmed' ? key.message : null,
  };
}

const mainstreamOf = ({ models }: Readonly<ProviderEntity>): string[] =>
  models.filter((model) => model.is_mainstream).map((model) => model.model_id);

/** SiliconFlow resells models of DeepSeek and DashScope: whoever has the vendor's own key sees them there only. */
function isOfferedByItsVendor(provider: string, model: string, config: LlmConfig, known: KnownProviders): boolean {
  if (provider !== 'siliconflow') return false;
  const keyed = providersWithKey(config, known);
  const name = model.toLowerCase();
  return (
    (keyed.includes('deepseek') && name.includes('deepseek')) || (keyed.includes('dashscope') && name.includes('qwen'))
  );
}
