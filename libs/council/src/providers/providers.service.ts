import type {
  ProviderDetails,
  ProviderDraft,
  ProviderEdit,
  ProviderKeyDraft,
  ProviderList,
  ProviderPage,
} from '@council/contracts';
import { KeyVault, ProviderDirectory, ProviderRegistry, ProvidersRepository } from '@council/llm-provider';
import { Injectable } from '@nestjs/common';
import { columnsOfDraft, columnsOfEdit } from './provider-columns.js';
import { ProviderListCache } from './provider-list-cache.js';
import {
  addressNeeded,
  addressRefused,
  enterKeyAgain,
  isPreset,
  keyNotNeeded,
  providerExists,
  unknownProvider,
  wrongOrigin,
} from './provider-refusals.js';
import { isReservedId } from './reserved-ids.js';

@Injectable()
export class ProvidersService {
  constructor(
    private readonly lists: ProviderListCache,
    private readonly directory: ProviderDirectory,
    private readonly rows: ProvidersRepository,
    private readonly registry: ProviderRegistry,
    private readonly vault: KeyVault,
  ) {}

  list(): Promise<ProviderList> {
    return this.lists.read();
  }

  /** All at once: there are some dozens. */
  async page(): Promise<ProviderPage> {
    return { items: (await this.lists.read()).providers, next_cursor: null };
  }

  async get(id: string): Promise<ProviderDetails> {
    const provider = await this.directory.details(id);
    if (provider === null) throw unknownProvider(id);
    return provider;
  }

  async create(draft: ProviderDraft): Promise<ProviderDetails> {
    const { provider_id, name, icon } = draft;
    if (isReservedId(provider_id)) throw providerExists(provider_id);
    await this.refuseUnsafe(draft.base_url, draft.egress, draft.proxy_url);
    const row = { ...columnsOfDraft(draft), provider_id, name, icon };
    if (!(await this.rows.insert(row, draft.models))) throw providerExists(provider_id);
    return this.afterWrite(provider_id);
  }

  async change(id: string, edit: ProviderEdit): Promise<ProviderDetails> {
    const row = await this.rows.findOne(id);
    if (row === null) throw unknownProvider(id);
    const { base_url = row.base_url, egress = row.egress, proxy_url = row.proxy_url } = edit;
    if (base_url === null && row.is_custom) throw addressNeeded();
    await this.refuseUnsafe(base_url, egress, proxy_url);
    if (!(await this.rows.update(id, columnsOfEdit(id, edit), edit.models))) throw unknownProvider(id);
    return this.afterWrite(id);
  }

  async confirmKey(id: string, origin: string): Promise<ProviderDetails> {
    const { key_source, ...provider } = await this.get(id);
    const current = currentOrigin(provider, origin);
    if (key_source === 'vault') throw enterKeyAgain();
    if (!(await this.rows.update(id, { key_origin: current }))) throw unknownProvider(id);
    return this.afterWrite(id);
  }

  /** Only for where the address leads now, and whoever enters it has to say where that is. */
  async storeKey(id: string, { key, origin }: ProviderKeyDraft): Promise<ProviderDetails> {
    const provider = await this.get(id);
    if (provider.key_variable === null) throw keyNotNeeded();
    if (!(await this.vault.put(id, key, currentOrigin(provider, origin)))) throw unknownProvider(id);
    return this.afterWrite(id);
  }

  /** Gone already is gone. */
  async removeKey(id: string): Promise<ProviderDetails> {
    await this.get(id);
    await this.vault.remove(id);
    return this.afterWrite(id);
  }

  async delete(id: string): Promise<void> {
    if (!(await this.rows.deleteCustom(id))) {
      throw (await this.rows.findOne(id)) === null ? unknownProvider(id) : isPreset();
    }
    await this.registry.refresh();
  }

  private async afterWrite(id: string): Promise<ProviderDetails> {
    await this.registry.refresh();
    return this.get(id);
  }

  private async refuseUnsafe(
    base_url: string | null,
    egress: ProviderDraft['egress'],
    proxy_url: string | null,
  ): Promise<void> {
    for (const [path, url] of Object.entries({ base_url, proxy_url })) {
      const refusal = url === null ? null : await this.registry.refusalOf(url, egress);
      if (refusal !== null) throw addressRefused(path as 'base_url' | 'proxy_url', refusal);
    }
  }
}

/** Throws where the address does not lead to the origin that is named. */
function currentOrigin({ base_url }: Pick<ProviderDetails, 'base_url'>, origin: string): string {
  const current = base_url === null ? null : new URL(base_url).origin;
  if (current === null || origin.replace(/\/$/, '') !== current) throw wrongOrigin(current);
  return current;
}
