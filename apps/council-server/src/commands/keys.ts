import {
  KeyVault,
  ModelEntity,
  ProviderEntity,
  ProviderKeyEntity,
  ProviderKeysRepository,
} from '@council/llm-provider';
import { withDatabase } from './with-database.js';

/** `council-server keys list`: for whom a key is kept, where it may go, and since when; never a key. Returns 0. */
export function listKeys(): Promise<number> {
  return withKeys(async (keys) => {
    const rows = await keys.findAll();
    for (const { provider_id, origin, stored_at, master_key_id } of rows) {
      process.stdout.write(`${provider_id}  ${origin}  ${stored_at.toISOString()}  master key ${master_key_id}\n`);
    }
    if (rows.length === 0) process.stdout.write('No key is stored.\n');
    return 0;
  });
}

/** `council-server keys rotate`: what COUNCIL_MASTER_KEY_OLD opens is sealed under COUNCIL_MASTER_KEY. Returns 0. */
export function rotateKeys(): Promise<number> {
  return withKeys(async (_keys, vault) => {
    const moved = await vault.rotate();
    for (const id of moved) process.stdout.write(`sealed anew  ${id}\n`);
    process.stdout.write(
      'All stored keys open under COUNCIL_MASTER_KEY. Once every server runs with it, COUNCIL_MASTER_KEY_OLD can go.\n',
    );
    return 0;
  });
}

/** `council-server keys clear`: for whoever has lost the master key. Returns 0. */
export function clearKeys(): Promise<number> {
  return withKeys(async (keys) => {
    process.stdout.write(`removed ${await keys.deleteAll()} stored keys\n`);
    return 0;
  });
}

function withKeys(work: (keys: ProviderKeysRepository, vault: KeyVault) => Promise<number>): Promise<number> {
  return withDatabase(
    ({ config, dataSource }) => {
      const keys = new ProviderKeysRepository(dataSource.getRepository(ProviderKeyEntity));
      return work(keys, new KeyVault(keys, config));
    },
    [ProviderEntity, ModelEntity, ProviderKeyEntity],
  );
}
