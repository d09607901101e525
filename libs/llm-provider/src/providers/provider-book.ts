import type { LlmConfig } from '@council/config';
import type { ModelName, ModelState, ProviderLimits } from '@council/contracts';
import { configuredSecrets } from './configured-secrets.js';
import { type EndpointLookup, findEndpoint, limitsOf } from './endpoints.js';
import { addressOf } from './provider-address.js';
import { isChosen, providersWithKey } from './provider-key.js';
import { canonicalProvider } from './provider-presets.js';
import { type KnownProviders, PRESETS_ALONE, type ProviderSettings } from './provider-settings.js';

/** All providers as they stood at one moment. Answers at once: nothing is read or asked. */
export class ProviderBook {
  constructor(
    private readonly config: LlmConfig,
    private readonly known: KnownProviders = PRESETS_ALONE,
  ) {}

  has(provider: string): boolean {
    return this.settingsOf(provider) !== undefined;
  }

  find(provider: string): EndpointLookup {
    return findEndpoint(this.config, provider, this.known);
  }

  /** For trying a provider out before it is switched on. */
  findEvenDisabled(provider: string): EndpointLookup {
    const settings = this.settingsOf(provider);
    if (settings === undefined) return this.find(provider);
    const known = new Map([[settings.provider_id, { ...settings, is_enabled: true }]]);
    return findEndpoint(this.config, settings.provider_id, known);
  }

  /** All keys there are, to be taken out of what a provider says. */
  get secrets(): readonly (string | undefined)[] {
    return [...configuredSecrets(this.config), ...[...this.known.values()].map((one) => one.stored_key?.apiKey)];
  }

  /** Whether anybody was chosen to be called: a key, a default, or a server that was switched on. */
  isAnyModelConfigured(): boolean {
    return this.config.provider !== undefined || [...this.known.values()].some((one) => isChosen(this.config, one));
  }

  /** Providers with a key of their own. */
  withKey(): readonly string[] {
    return providersWithKey(this.config, this.known);
  }

  limitsOf(provider: string): ProviderLimits {
    return limitsOf(this.settingsOf(provider) ?? { limits: {} });
  }

  /** By the last list that the provider gave at its present address. */
  modelState({ provider, model }: ModelName): ModelState {
    const settings = this.settingsOf(provider);
    const live = settings?.live_models ?? null;
    if (settings === undefined || live === null) return 'unknown';
    if (live.base_url !== addressOf(this.config, settings)?.baseUrl) return 'unknown';
    // Ollama adds the tag that a name without one means.
    const names = settings.dialect === 'ollama' ? [model, `${model}:latest`] : [model];
    return names.some((name) => live.ids.includes(name)) ? 'listed' : 'vanished';
  }

  private settingsOf(provider: string): ProviderSettings | undefined {
    return this.known.get(canonicalProvider(provider));
  }
}
