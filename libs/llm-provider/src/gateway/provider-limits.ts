import { Injectable } from '@nestjs/common';
import { AppConfig } from '@council/config';
import { ProviderRegistry } from '../providers/provider-registry.js';

/** What a provider may be asked by this process. Null: no rate is known, so none is kept. */
export interface ProviderLimits {
  readonly maxConcurrency: number;
  readonly requestsPerMinute: number | null;
  readonly tokensPerMinute: number | null;
}

/** Says the limits of a provider by its name, at every call anew: they may change while the server runs. */
export abstract class ProviderLimitsSource {
  abstract limitsOf(provider: string): ProviderLimits;
}

/** What is set for the provider; how many at once, for want of that, the environment says. */
@Injectable()
export class RegisteredLimits extends ProviderLimitsSource {
  constructor(
    private readonly registry: ProviderRegistry,
    private readonly config: AppConfig,
  ) {
    super();
  }

  limitsOf(provider: string): ProviderLimits {
    const { max_concurrency, requests_per_minute, tokens_per_minute } = this.registry.book.limitsOf(provider);
    return {
      maxConcurrency: max_concurrency ?? this.config.llm.maxConcurrency,
      requestsPerMinute: requests_per_minute,
      tokensPerMinute: tokens_per_minute,
    };
  }
}
