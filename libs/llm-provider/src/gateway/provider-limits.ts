import { Injectable } from '@nestjs/common';
import { AppConfig } from '@council/config';

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

/** The same for all: what the environment allows at once, and no rates. */
@Injectable()
export class ConfiguredLimits extends ProviderLimitsSource {
  constructor(private readonly config: AppConfig) {
    super();
  }

  limitsOf(): ProviderLimits {
    return { maxConcurrency: this.config.llm.maxConcurrency, requestsPerMinute: null, tokensPerMinute: null };
  }
}
