import type { KeyObject } from 'node:crypto';
import { AppConfig } from '@council/config';
import type { AppError } from '@council/kernel';
import { Injectable, Logger } from '@nestjs/common';
import { type ProviderKeyRow, ProviderKeysRepository } from './provider-keys.repository.js';
import { masterKeyId, seal, unseal } from './sealed-secret.js';
import { masterKeyMissing, masterKeyReplaced, noMasterKey, wrongMasterKey } from './vault-refusals.js';

/** A key that was entered in the app, and the one origin that it may be sent to. */
export interface StoredKey {
  readonly apiKey: string;
  readonly origin: string;
  readonly storedAt: Date;
}

export type StoredKeys = ReadonlyMap<string, StoredKey>;

/** Keys of providers that were entered in the app. What is in the database opens under the master key alone. */
@Injectable()
export class KeyVault {
  private readonly log = new Logger('vault');
  private lastOpened: StoredKeys = new Map();
  private isWarned = false;

  constructor(
    private readonly keys: ProviderKeysRepository,
    private readonly config: AppConfig,
  ) {}

  get isReady(): boolean {
    return this.config.masterKey !== undefined;
  }

  /** Throws where not all open: whoever lets models speak must not begin with keys that it cannot use. */
  async openAll(): Promise<StoredKeys> {
    const { opened, locked } = await this.read();
    if (locked.length > 0) throw this.lockedOut(locked);
    return opened;
  }

  /**
   * For a server that runs: what was sealed anew under a master key that it does not have is still the same key while
   * its origin and its date are, so that nothing stops while master keys are changed.
   */
  async openOrKeep(): Promise<StoredKeys> {
    const { opened, locked } = await this.read();
    if (locked.length > 0 && !this.isWarned) {
      this.log.warn(`${this.lockedOut(locked).message}: those that were known stay in use until a restart`);
    }
    this.isWarned = locked.length > 0;
    return opened;
  }

  /** False when there is no such provider. */
  async put(providerId: string, apiKey: string, origin: string): Promise<boolean> {
    const { masterKey } = this.config;
    if (masterKey === undefined) throw noMasterKey();
    const rows = await this.keys.findAll();
    if (rows.some((row) => row.provider_id !== providerId && this.open(row) === null)) throw masterKeyReplaced();
    return this.keys.put(sealedRow(masterKey, { provider_id: providerId, origin }, apiKey));
  }

  /** False when there was none. Needs no master key. */
  remove(providerId: string): Promise<boolean> {
    return this.keys.delete(providerId);
  }

  /** Seals under the present master key what is not yet; answers whose keys were. May be broken off and begun again. */
  async rotate(): Promise<readonly string[]> {
    const { masterKey } = this.config;
    if (masterKey === undefined) throw noMasterKey();
    const rows = await this.keys.findAll();
    const locked = rows.filter((row) => this.open(row) === null);
    if (locked.length > 0) throw this.lockedOut(locked.map(({ provider_id }) => provider_id));
    const moved: string[] = [];
    for (const row of rows) {
      const apiKey = row.master_key_id === masterKeyId(masterKey) ? null : this.open(row);
      if (apiKey === null) continue;
      const { master_key_id, nonce, ciphertext } = sealedRow(masterKey, row, apiKey);
      if (await this.keys.reseal(row, { master_key_id, nonce, ciphertext })) moved.push(row.provider_id);
    }
    return moved;
  }

  private async read(): Promise<{ readonly opened: StoredKeys; readonly locked: readonly string[] }> {
    const opened = new Map<string, StoredKey>();
    const locked: string[] = [];
    for (const row of await this.keys.findAll()) {
      const apiKey = this.open(row);
      if (apiKey === null) locked.push(row.provider_id);
      const key = apiKey === null ? this.known(row) : { apiKey, origin: row.origin, storedAt: row.stored_at };
      if (key !== undefined) opened.set(row.provider_id, key);
    }
    this.lastOpened = opened;
    return { opened, locked };
  }

  private known({ provider_id, origin, stored_at }: ProviderKeyRow): StoredKey | undefined {
    const before = this.lastOpened.get(provider_id);
    const isSame = before?.origin === origin && before.storedAt.getTime() === stored_at.getTime();
    return isSame ? before : undefined;
  }

  private open(row: ProviderKeyRow): string | null {
    const sealed = { keyId: row.master_key_id, nonce: row.nonce, ciphertext: row.ciphertext };
    const masters = [this.config.masterKey, this.config.oldMasterKey].filter((one) => one !== undefined);
    const master = masters.find((one) => masterKeyId(one) === row.master_key_id);
    return master === undefined ? null : unseal(master, sealed, bindingOf(row));
  }

  private lockedOut(providers: readonly string[]): AppError {
    return this.isReady ? wrongMasterKey(providers) : masterKeyMissing(providers);
  }
}

type Bound = Pick<ProviderKeyRow, 'provider_id' | 'origin'>;

const bindingOf = ({ provider_id, origin }: Bound): readonly string[] => ['provider key', provider_id, origin];

function sealedRow(master: KeyObject, { provider_id, origin }: Bound, apiKey: string) {
  const { keyId, nonce, ciphertext } = seal(master, apiKey, bindingOf({ provider_id, origin }));
  return { provider_id, origin, master_key_id: keyId, nonce, ciphertext };
}
