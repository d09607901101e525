import { AppConfig } from '@council/config';
import type { ProviderList } from '@council/contracts';
import { ProviderDirectory, ProviderRegistry } from '@council/llm-provider';
import { CACHE_MANAGER, type Cache } from '@nestjs/cache-manager';
import { Inject, Injectable } from '@nestjs/common';

const TTL_MS = 60_000;
/** To be raised when the shape of the list changes: releases may share one Redis. */
const VERSION = 3;

/** The list under a key that changes with every write: nothing has to be deleted, also not on other servers. */
@Injectable()
export class ProviderListCache {
  private readonly prefix: string;

  constructor(
    @Inject(CACHE_MANAGER) private readonly cache: Cache,
    private readonly directory: ProviderDirectory,
    private readonly registry: ProviderRegistry,
    config: AppConfig,
  ) {
    this.prefix = `llm-providers:${VERSION}:${whatIsConfigured(config)}`;
  }

  read(): Promise<ProviderList> {
    return this.cache.wrap(`${this.prefix}:${this.registry.revision}`, () => this.directory.list(), TTL_MS);
  }
}

/**
 * The list says who can be called, and that hangs on the process's environment: a server with other keys must not
 * read it. Only the names of what is set go into the key, never a value.
 */
function whatIsConfigured({ llm, masterKey }: AppConfig): string {
  const { keys, customKeys, provider, baseUrl, apiKey } = llm;
  const names = Object.entries<string | undefined>({ ...customKeys, ...keys }).filter(([, key]) => key !== undefined);
  return [
    ...names.map(([name]) => name).sort(),
    ...(provider === undefined ? [] : [`default=${provider}`]),
    ...(baseUrl === undefined ? [] : ['with-address']),
    ...(apiKey === undefined ? [] : ['with-key']),
    ...(masterKey === undefined ? [] : ['with-vault']),
  ].join('+');
}
