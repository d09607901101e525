import { Injectable } from '@nestjs/common';
import { AppConfig, type LlmConfig } from '@council/config';
import type { Provider, ProviderDetails, ProviderList } from '@council/contracts';
import { effectiveQuirks, findEndpoint, limitsOf, timeoutsOf } from './endpoints.js';
import { addressOf } from './provider-address.js';
import { isChosen, keyFor, type KeyState } from './provider-key.js';
import { knownProviders } from './provider-settings.js';
import type { ProviderEntity } from './provider.entity.js';
import { ProvidersRepository } from './providers.repository.js';

/** The vendors and models that a user may choose from. Reads the database on every call: whoever asks often caches. */
@Injectable()
export class ProviderDirectory {
  constructor(
    private readonly providers: ProvidersRepository,
    private readonly config: AppConfig,
  ) {}

  async list(): Promise<ProviderList> {
    const rows = await this.providers.findAll();
    return { providers: rows.map((row) => toProvider(row, this.config.llm)) };
  }

  async details(id: string): Promise<ProviderDetails | null> {
    const row = await this.providers.findOne(id);
    if (row === null) return null;
    return {
      ...toProvider(row, this.config.llm),
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

function toProvider(row: Readonly<ProviderEntity>, config: LlmConfig): Provider {
  const address = addressOf(config, row);
  const key: KeyState | null = address === null ? null : keyFor(config, row, address);
  return {
    provider_id: row.provider_id,
    name: row.name,
    icon: row.icon,
    models: mainstreamOf(row).filter((model) => !isOfferedByItsVendor(row.provider_id, model, config)),
    is_configured: isChosen(config, row) && findEndpoint(config, row.provider_id, knownProviders([row])).ok,
    // A server of one's own is not on before somebody says so; a vendor's key says it.
    is_enabled: row.is_enabled ?? (row.key_variable !== null || isChosen(config, row)),
    is_custom: row.is_custom,
    dialect: row.dialect,
    base_url: address?.baseUrl ?? null,
    has_key: key?.state === 'ready' && key.hasKey,
    key_variable: row.key_variable,
    warning: key?.state === 'unconfirmed' ? key.message : null,
  };
}

const mainstreamOf = ({ models }: Readonly<ProviderEntity>): string[] =>
  models.filter((model) => model.is_mainstream).map((model) => model.model_id);

/** SiliconFlow resells models of DeepSeek and DashScope: whoever has the vendor's own key sees them there only. */
function isOfferedByItsVendor(provider: string, model: string, { keys }: LlmConfig): boolean {
  if (provider !== 'siliconflow') return false;
  const name = model.toLowerCase();
  return (
    (keys.deepseek !== undefined && name.includes('deepseek')) ||
    (keys.dashscope !== undefined && name.includes('qwen'))
  );
}
