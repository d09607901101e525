import { AppConfig, type LlmConfig } from '@council/config';
import type { ProviderList } from '@council/contracts';
import { ProviderDirectory } from '@council/llm-provider';
import { CACHE_MANAGER, type Cache } from '@nestjs/cache-manager';
import { Inject, Injectable } from '@nestjs/common';

const TTL_MS = 60_000;
/** To be raised when the shape of the list changes: releases may share one Redis. */
const VERSION = 1;

@Injectable()
export class ProvidersService {
  private readonly key: string;

  constructor(
    @Inject(CACHE_MANAGER) private readonly cache: Cache,
    private readonly directory: ProviderDirectory,
    config: AppConfig,
  ) {
    this.key = `llm-providers:${VERSION}:${whatIsConfigured(config.llm)}`;
  }

  list(): Promise<ProviderList> {
    return this.cache.wrap(this.key, () => this.directory.list(), TTL_MS);
  }
}

/**
 * The list says who can be called, and that hangs on the process's environment: a server with other keys must not
 * read it. Only the names of what is set go into the key, never a value.
 */
function whatIsConfigured({ keys, provider, baseUrl, apiKey }: LlmConfig): string {
  const names = Object.entries<string | undefined>(keys).filter(([, key]) => key !== undefined);
  return [
    ...names.map(([name]) => name).sort(),
    ...(provider === undefined ? [] : [`default=${provider}`]),
    ...(baseUrl === undefined ? [] : ['with-address']),
    ...(apiKey === undefined ? [] : ['with-key']),
  ].join('+');
}
