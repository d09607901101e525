import type { LlmConfig } from '@council/config';
import type {
  ProviderDialect,
  ProviderEgress,
  ProviderLimits,
  ProviderQuirks,
  ProviderTimeouts,
} from '@council/contracts';
import { refusalOfBareAddress } from './address-guard.js';
import { quirksOf } from './dialect-quirks.js';
import { addressOf, type ProviderAddress } from './provider-address.js';
import { keyFor } from './provider-key.js';
import { canonicalProvider, type ProviderPreset } from './provider-presets.js';
import { type KnownProviders, PRESETS_ALONE, presetOf, type ProviderSettings } from './provider-settings.js';

type CallTimeouts = Pick<LlmConfig, 'connectTimeoutMs' | 'firstTokenTimeoutMs' | 'idleTimeoutMs' | 'totalTimeoutMs'>;

/** A provider as it can really be called. */
export interface Endpoint {
  /** Who it is; for a provider that a user has added there is no address in it. */
  readonly preset: Pick<ProviderPreset, 'name' | 'label' | 'baseUrl' | 'keyVariable'>;
  readonly baseUrl: string;
  /** `none` where no key is needed: the client library refuses to send a request without one. */
  readonly apiKey: string;
  readonly dialect: ProviderDialect;
  readonly quirks: ProviderQuirks;
  readonly timeouts: CallTimeouts;
  readonly proxyUrl: string | null;
  readonly egress: ProviderEgress;
  /** False: the address is the product's or the environment's own. */
  readonly isAddressChecked: boolean;
}

export type EndpointLookup =
  | { readonly ok: true; readonly endpoint: Endpoint }
  | {
      readonly ok: false;
      readonly code:
        | 'MODEL.UNKNOWN_PROVIDER'
        | 'MODEL.DISABLED'
        | 'MODEL.NO_KEY'
        | 'MODEL.KEY_UNCONFIRMED'
        | 'MODEL.NO_ADDRESS'
        | 'MODEL.ADDRESS_REFUSED';
      readonly message: string;
    };

/** Where a provider is and with which key, or what is missing, in words that say what to set. */
export function findEndpoint(
  config: LlmConfig,
  provider: string,
  known: KnownProviders = PRESETS_ALONE,
): EndpointLookup {
  const settings = known.get(canonicalProvider(provider));
  if (settings === undefined) {
    const message = `"${provider}" is not a known provider (${[...known.keys()].join(', ')}).`;
    return { ok: false, code: 'MODEL.UNKNOWN_PROVIDER', message };
  }
  if (settings.is_enabled === false) {
    const message = `${settings.name} is switched off: switch it on among the providers, or choose another model.`;
    return { ok: false, code: 'MODEL.DISABLED', message };
  }
  const address = addressOf(config, settings);
  if (address === null) {
    const message = `${settings.name} has no address: set LLM_PROVIDER=${settings.provider_id}, LLM_MODEL and LLM_BASE_URL.`;
    return { ok: false, code: 'MODEL.NO_ADDRESS', message };
  }
  const refusal = refusalOf(settings, address);
  if (refusal !== null) {
    return { ok: false, code: 'MODEL.ADDRESS_REFUSED', message: `${settings.name} is not called: ${refusal}` };
  }
  return withKey(config, settings, address);
}

/** Addresses without a name are decided here, names when the connection is made. */
function refusalOf({ egress, proxy_url }: ProviderSettings, { baseUrl, isGivenByUser }: ProviderAddress) {
  const refusal = isGivenByUser ? refusalOfBareAddress(baseUrl, egress) : null;
  return refusal ?? (proxy_url === null ? null : refusalOfBareAddress(proxy_url, egress));
}

function withKey(config: LlmConfig, settings: ProviderSettings, address: ProviderAddress): EndpointLookup {
  const key = keyFor(config, settings, address);
  if (key.state === 'absent') return { ok: false, code: 'MODEL.NO_KEY', message: key.message };
  if (key.state === 'unconfirmed') return { ok: false, code: 'MODEL.KEY_UNCONFIRMED', message: key.message };
  const preset = presetOf(settings);
  const endpoint: Endpoint = {
    preset: {
      name: settings.provider_id,
      label: settings.name,
      baseUrl: preset?.baseUrl ?? null,
      keyVariable: settings.key_variable,
    },
    baseUrl: address.baseUrl,
    apiKey: key.apiKey,
    dialect: settings.dialect,
    quirks: effectiveQuirks(settings),
    timeouts: callTimeouts(config, settings),
    proxyUrl: settings.proxy_url,
    egress: settings.egress,
    isAddressChecked: address.isGivenByUser,
  };
  return { ok: true, endpoint };
}

export function effectiveQuirks(settings: ProviderSettings): ProviderQuirks {
  return quirksOf(settings.dialect, settings.is_custom, presetOf(settings)?.quirks ?? {}, settings.quirks);
}

function callTimeouts(config: LlmConfig, settings: ProviderSettings): CallTimeouts {
  const { connect_ms, first_token_ms, idle_ms, total_ms } = timeoutsOf(settings);
  return {
    connectTimeoutMs: connect_ms ?? config.connectTimeoutMs,
    firstTokenTimeoutMs: first_token_ms ?? config.firstTokenTimeoutMs,
    idleTimeoutMs: idle_ms ?? config.idleTimeoutMs,
    totalTimeoutMs: total_ms ?? config.totalTimeoutMs,
  };
}

export function limitsOf({ limits }: Pick<ProviderSettings, 'limits'>): ProviderLimits {
  return { max_concurrency: null, requests_per_minute: null, tokens_per_minute: null, ...limits };
}

export function timeoutsOf({ timeouts }: ProviderSettings): ProviderTimeouts {
  return { connect_ms: null, first_token_ms: null, idle_ms: null, total_ms: null, ...timeouts };
}
