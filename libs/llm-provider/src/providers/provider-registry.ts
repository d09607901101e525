import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { AppConfig } from '@council/config';
import type { ProviderEgress } from '@council/contracts';
import { KeyVault } from '../vault/key-vault.js';
import { AddressGuard } from './address-guard.js';
import { ProviderBook } from './provider-book.js';
import { knownProviders, withStoredKeys } from './provider-settings.js';
import { ProvidersRepository } from './providers.repository.js';

/** How late a change is seen that another server on the same database has made. */
const REFRESH_MS = 30_000;

/** Keeps the providers in memory: who plans a session waits for no database. */
@Injectable()
export class ProviderRegistry implements OnModuleInit, OnModuleDestroy {
  private readonly log = new Logger('providers');
  private current: ProviderBook;
  private state = '';
  private refreshing: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly providers: ProvidersRepository,
    private readonly vault: KeyVault,
    private readonly guard: AddressGuard,
    private readonly config: AppConfig,
  ) {
    this.current = new ProviderBook(config.llm);
  }

  async onModuleInit(): Promise<void> {
    await this.refresh();
    this.timer = setInterval(() => void this.refreshOrKeep(), REFRESH_MS).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.refreshing.catch(() => undefined);
  }

  /** As the providers are now: to be asked for again, not kept. */
  get book(): ProviderBook {
    return this.current;
  }

  /** Another value after every change of a provider; a list that is kept under it is never out of date. */
  get revision(): string {
    return this.state;
  }

  /** One after the other, so that an older reading never replaces a newer one. To be called after every write. */
  refresh(): Promise<void> {
    this.refreshing = this.refreshing.catch(() => undefined).then(() => this.load());
    return this.refreshing;
  }

  /** Why a provider may not have this address; null: it may. */
  refusalOf(baseUrl: string, egress: ProviderEgress): Promise<string | null> {
    return this.guard.refusal(baseUrl, egress);
  }

  private async load(): Promise<void> {
    const [rows, keys] = [await this.providers.findAll(), await this.vault.openOrKeep()];
    this.current = new ProviderBook(this.config.llm, knownProviders(withStoredKeys(rows, keys)));
    const changedAt = Math.max(0, ...rows.map(({ updated_at }) => updated_at.getTime()));
    this.state = `${rows.length}-${changedAt}`;
  }

  private async refreshOrKeep(): Promise<void> {
    await this.refresh().catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      this.log.warn(`the providers could not be read again, and stay as they were: ${reason}`);
    });
  }
}
