import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { ProviderKeyEntity } from './provider-key.entity.js';

export type ProviderKeyRow = Readonly<Omit<ProviderKeyEntity, 'provider'>>;

/** Every write also touches the provider: that is how other servers see that something is new. */
@Injectable()
export class ProviderKeysRepository {
  constructor(@InjectRepository(ProviderKeyEntity) private readonly rows: Repository<ProviderKeyEntity>) {}

  findAll(): Promise<readonly ProviderKeyRow[]> {
    return this.rows.find({ order: { provider_id: 'ASC' } });
  }

  /** Puts it in the place of an older one. False when there is no such provider. */
  put(row: Omit<ProviderKeyRow, 'stored_at'>): Promise<boolean> {
    return this.rows.manager.transaction(async (manager) => {
      const [, touched]: [unknown, number] = await manager.query(TOUCH, [row.provider_id]);
      if (touched === 0) return false;
      await manager.query(
        `INSERT INTO provider_keys (provider_id, origin, master_key_id, nonce, ciphertext) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (provider_id) DO UPDATE SET origin = excluded.origin, master_key_id = excluded.master_key_id,
           nonce = excluded.nonce, ciphertext = excluded.ciphertext, stored_at = excluded.stored_at`,
        [row.provider_id, row.origin, row.master_key_id, row.nonce, row.ciphertext],
      );
      return true;
    });
  }

  /** False when there is none. */
  delete(providerId: string): Promise<boolean> {
    return this.rows.manager.transaction(async (manager) => {
      if ((await manager.delete(ProviderKeyEntity, { provider_id: providerId })).affected !== 1) return false;
      await manager.query(TOUCH, [providerId]);
      return true;
    });
  }

  /** Only where the row is still the one that was read: a key that was entered meanwhile stays. */
  async reseal(before: ProviderKeyRow, after: Pick<ProviderKeyRow, 'master_key_id' | 'nonce' | 'ciphertext'>) {
    const { provider_id, nonce } = before;
    return (await this.rows.update({ provider_id, nonce }, after)).affected === 1;
  }

  async deleteAll(): Promise<number> {
    return (await this.rows.createQueryBuilder().delete().execute()).affected ?? 0;
  }
}

const TOUCH = 'UPDATE llm_providers SET updated_at = now() WHERE provider_id = $1';
