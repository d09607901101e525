import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { type LiveModelIds, ModelEntity, ProviderEntity } from './provider.entity.js';

/** After all that come with the product. */
const CUSTOM_SORT_ORDER = 1_000;

export type ProviderColumns = Partial<Omit<ProviderEntity, 'models' | 'provider_id' | 'created_at' | 'updated_at'>>;
type NewProvider = ProviderColumns & Pick<ProviderEntity, 'provider_id' | 'name' | 'icon'>;

@Injectable()
export class ProvidersRepository {
  constructor(@InjectRepository(ProviderEntity) private readonly rows: Repository<ProviderEntity>) {}

  findAll(): Promise<readonly Readonly<ProviderEntity>[]> {
    return this.rows.find({
      relations: { models: true },
      order: { sort_order: 'ASC', provider_id: 'ASC', models: { sort_order: 'ASC', model_id: 'ASC' } },
    });
  }

  findOne(id: string): Promise<Readonly<ProviderEntity> | null> {
    return this.rows.findOne({
      where: { provider_id: id },
      relations: { models: true },
      order: { models: { sort_order: 'ASC', model_id: 'ASC' } },
    });
  }

  /** False when there is such a row already. */
  insert(row: NewProvider, models: readonly string[]): Promise<boolean> {
    return this.rows.manager.transaction(async (manager) => {
      const values = { ...row, is_custom: true, sort_order: CUSTOM_SORT_ORDER };
      const result = await manager
        .createQueryBuilder()
        .insert()
        .into(ProviderEntity)
        .values(values)
        .orIgnore()
        .returning('provider_id')
        .execute();
      if ((result.raw as unknown[]).length === 0) return false;
      await manager.insert(ModelEntity, modelRows(row.provider_id, models));
      return true;
    });
  }

  /** False when there is no such row. Without `models` the list stays. */
  update(id: string, columns: ProviderColumns, models?: readonly string[]): Promise<boolean> {
    return this.rows.manager.transaction(async (manager) => {
      const result = await manager.update(
        ProviderEntity,
        { provider_id: id },
        { ...columns, updated_at: () => 'now()' },
      );
      if (result.affected !== 1) return false;
      if (models === undefined) return true;
      await manager.delete(ModelEntity, { provider_id: id });
      await manager.insert(ModelEntity, modelRows(id, models));
      return true;
    });
  }

  async deleteCustom(id: string): Promise<boolean> {
    return (await this.rows.delete({ provider_id: id, is_custom: true })).affected === 1;
  }

  /** Beside the row's own time of change: a provider that was asked for its models was not edited. */
  async keepLiveModels(id: string, live: LiveModelIds): Promise<void> {
    await this.rows.query(
      'UPDATE llm_providers SET live_models = $2::jsonb, live_models_at = now() WHERE provider_id = $1',
      [id, JSON.stringify(live)],
    );
  }
}

function modelRows(provider_id: string, models: readonly string[]): Partial<ModelEntity>[] {
  return models.map((model_id, index) => ({
    provider_id,
    model_id,
    name: model_id,
    is_mainstream: true,
    sort_order: index + 1,
  }));
}
