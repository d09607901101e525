import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { AppConfig, type LlmConfig } from '@council/config';
import type { Provider, ProviderList } from '@council/contracts';
import { Repository } from 'typeorm';
import { findEndpoint } from './endpoints.js';
import { ProviderEntity } from './provider.entity.js';

/** The vendors and models that a user may choose from. Reads the database on every call: whoever asks often caches. */
@Injectable()
export class ProviderDirectory {
  constructor(
    @InjectRepository(ProviderEntity) private readonly rows: Repository<ProviderEntity>,
    private readonly config: AppConfig,
  ) {}

  async list(): Promise<ProviderList> {
    const rows = await this.rows.find({
      relations: { models: true },
      order: { sort_order: 'ASC', provider_id: 'ASC', models: { sort_order: 'ASC', model_id: 'ASC' } },
    });
    return { providers: rows.map((row) => toProvider(row, this.config.llm)) };
  }
}

function toProvider(row: ProviderEntity, config: LlmConfig): Provider {
  const models = row.models.filter((model) => model.is_mainstream).map((model) => model.model_id);
  return {
    provider_id: row.provider_id,
    name: row.name,
    icon: row.icon,
    models: models.filter((model) => !isOfferedByItsVendor(row.provider_id, model, config)),
    is_configured: findEndpoint(config, row.provider_id).ok,
  };
}

/** SiliconFlow resells models of DeepSeek and DashScope: whoever has the vendor's own key sees them there only. */
function isOfferedByItsVendor(provider: string, model: string, { keys }: LlmConfig): boolean {
  if (provider !== 'siliconflow') return false;
  const name = model.toLowerCase();
  return (
    (keys.deepseek !== undefined && name.includes('deepseek')) ||
    (keys.dashscope !== undefined && name.includes('qwen'))
  );
}
