import { z } from 'zod';
import {
  EXAMPLE_MODEL,
  EXAMPLE_PROVIDER,
  EXAMPLE_PROVIDER_DETAILS,
  EXAMPLE_PROVIDER_DRAFT,
} from './example-provider.js';
import { Price } from './session-snapshot.js';
import { label, text, Timestamp } from './text.js';

/** Which habits an endpoint has. All speak OpenAI's chat completions; the quirks say where they differ. */
export const ProviderDialect = z.enum(['openai', 'anthropic', 'google', 'deepseek', 'ollama', 'openrouter']);
export type ProviderDialect = z.infer<typeof ProviderDialect>;

export const ProviderQuirks = z.strictObject({
  /** Whether `stream_options: {include_usage: true}` is understood. Where it is not, usage is estimated. */
  reports_usage: z.boolean(),
  max_tokens_name: z.enum(['max_tokens', 'max_completion_tokens']),
  /** The role under which instructions are sent. */
  system_role: z.enum(['system', 'developer', 'user']),
  json_mode: z.enum(['schema', 'object', 'none']),
  supports_tools: z.boolean(),
});
export type ProviderQuirks = z.infer<typeof ProviderQuirks>;

const atLeastOne = (max: number) => z.int().min(1).max(max).nullable().default(null);
const DAY_MS = 86_400_000;

/** Null: no limit of its own. */
export const ProviderLimits = z.strictObject({
  max_concurrency: atLeastOne(1_000),
  requests_per_minute: atLeastOne(1_000_000),
  tokens_per_minute: atLeastOne(1_000_000_000),
});
export type ProviderLimits = z.infer<typeof ProviderLimits>;

/** Null: the server's own (`LLM_..._TIMEOUT_MS`). */
export const ProviderTimeouts = z.strictObject({
  connect_ms: atLeastOne(DAY_MS),
  first_token_ms: atLeastOne(DAY_MS),
  idle_ms: atLeastOne(DAY_MS),
  total_ms: atLeastOne(DAY_MS),
});
export type ProviderTimeouts = z.infer<typeof ProviderTimeouts>;

/** `private` lets a provider's address, and that of its proxy, lead into private networks and to this machine. */
export const ProviderEgress = z.enum(['public', 'private']);
export type ProviderEgress = z.infer<typeof ProviderEgress>;

const HttpAddress = z
  .string()
  .trim()
  .max(2_048)
  .refine((value) => /^https?:\/\//i.test(value) && URL.canParse(value), {
    message: 'must be an address that begins with http:// or https://',
    abort: true,
  })
  .refine((value) => new URL(value).username === '' && new URL(value).password === '', {
    message: 'must not hold a user or a password',
  })
  .refine((value) => !/[?#]/.test(value), { message: 'must not have a query or a fragment' });

/** The variable of a provider's key is made of its id; `-file` would name the variable of another provider's file. */
export const ProviderId = z
  .string()
  .regex(/^[a-z0-9-]{2,64}$/, 'must have 2 to 64 characters of a-z, 0-9 and -')
  .refine((id) => !id.endsWith('-file'), { message: 'must not end in -file' });

const settings = {
  name: label(64),
  icon: label(16),
  dialect: ProviderDialect,
  /** False: no key is sent. Absent at first: a key is needed unless the egress is private. */
  needs_key: z.boolean(),
  /** What differs from the dialect's quirks. */
  quirks: ProviderQuirks.partial(),
  limits: ProviderLimits,
  timeouts: ProviderTimeouts,
  proxy_url: HttpAddress.nullable(),
  egress: ProviderEgress,
  is_enabled: z.boolean(),
  models: z
    .array(label(128))
    .max(500)
    .refine((ids) => new Set(ids).size === ids.length, { message: 'lists a model twice' }),
};

export const ProviderDraft = z
  .strictObject({
    ...settings,
    provider_id: ProviderId,
    base_url: HttpAddress,
    icon: settings.icon.default('🔌'),
    dialect: settings.dialect.default('openai'),
    needs_key: settings.needs_key.optional(),
    quirks: settings.quirks.default({}),
    limits: settings.limits.prefault({}),
    timeouts: settings.timeouts.prefault({}),
    proxy_url: settings.proxy_url.default(null),
    egress: settings.egress.default('public'),
    is_enabled: settings.is_enabled.default(true),
    models: settings.models.default([]),
  })
  .meta({ id: 'ProviderDraft', example: EXAMPLE_PROVIDER_DRAFT });
export type ProviderDraft = z.infer<typeof ProviderDraft>;

/** What is absent stays as it is. `base_url: null` goes back to the preset's own address. */
export const ProviderEdit = z
  .strictObject({ ...settings, base_url: HttpAddress.nullable() })
  .partial()
  .meta({
    id: 'ProviderEdit',
    example: { limits: EXAMPLE_PROVIDER_DETAILS.limits, models: EXAMPLE_PROVIDER_DETAILS.models },
  });
export type ProviderEdit = z.infer<typeof ProviderEdit>;

/** `vault`: entered in the app, which goes before `environment`. */
export const KeySource = z.enum(['vault', 'environment']);
export type KeySource = z.infer<typeof KeySource>;

export const Provider = z
  .object({
    provider_id: z.string(),
    name: z.string(),
    icon: z.string(),
    models: z.array(z.string()),
    /** Somebody has chosen it, and it can be called: switched on, with an address, and with a key where one is needed. */
    is_configured: z.boolean(),
    is_enabled: z.boolean(),
    is_custom: z.boolean(),
    dialect: ProviderDialect,
    base_url: z.string().nullable(),
    /** A key is set, and may be sent to this address. The key itself is never shown. */
    has_key: z.boolean(),
    /** The variable that holds the key; null where none is needed. */
    key_variable: z.string().nullable(),
    /** Where the key comes from that counts; null: there is none. */
    key_source: KeySource.nullable(),
    /** When it was entered in the app; null: it was not. */
    key_stored_at: Timestamp.nullable(),
    warning: z.string().nullable(),
  })
  .meta({ id: 'Provider', example: EXAMPLE_PROVIDER });
export type Provider = z.infer<typeof Provider>;
/** A model server that runs on the server's machine at its usual port. It is used when its provider is switched on. */
export const LocalModelServerList = z
  .object({
    servers: z.array(
      z.object({ provider_id: z.string(), name: z.string(), base_url: z.string(), models: z.array(z.string()) }),
    ),
  })
  .meta({
    id: 'LocalModelServerList',
    example: {
      servers: [
        { provider_id: 'ollama', name: 'Ollama', base_url: 'http://127.0.0.1:11434/v1', models: [EXAMPLE_MODEL] },
      ],
    },
  });
export type LocalModelServerList = z.infer<typeof LocalModelServerList>;

export const ProviderList = z
  .object({ providers: z.array(Provider) })
  .meta({ id: 'ProviderList', example: { providers: [EXAMPLE_PROVIDER] } });
export type ProviderList = z.infer<typeof ProviderList>;

export const ProviderPage = z
  .object({ items: z.array(Provider), next_cursor: z.null() })
  .meta({ id: 'ProviderPage', example: { items: [EXAMPLE_PROVIDER], next_cursor: null } });
export type ProviderPage = z.infer<typeof ProviderPage>;

export const ProviderDetails = Provider.extend({
  is_edited: z.boolean(),
  quirks: ProviderQuirks.partial(),
  effective_quirks: ProviderQuirks,
  limits: ProviderLimits,
  timeouts: ProviderTimeouts,
  proxy_url: z.string().nullable(),
  egress: ProviderEgress,
  /** The server has a master key, so that a key can be entered in the app. */
  can_store_key: z.boolean(),
}).meta({ id: 'ProviderDetails', example: EXAMPLE_PROVIDER_DETAILS });
export type ProviderDetails = z.infer<typeof ProviderDetails>;

/** Goes into a header as it is. Never answered back. */
const ApiKey = z
  .string()
  .trim()
  .min(1)
  .max(4_096)
  .regex(/^[\x21-\x7e]+$/, 'must be printable characters of ASCII without spaces');

/** A key to be kept, and the origin of the address that it is for. */
export const ProviderKeyDraft = z.strictObject({ key: ApiKey, origin: text(2_048) }).meta({
  id: 'ProviderKeyDraft',
  example: { key: 'sk-...', origin: new URL(EXAMPLE_PROVIDER_DRAFT.base_url).origin },
});
export type ProviderKeyDraft = z.infer<typeof ProviderKeyDraft>;

/** Confirms that the key may be sent to this origin, which must be that of the address. */
export const KeyOrigin = z
  .strictObject({ origin: text(2_048) })
  .meta({ id: 'KeyOrigin', example: { origin: new URL(EXAMPLE_PROVIDER_DRAFT.base_url).origin } });
export type KeyOrigin = z.infer<typeof KeyOrigin>;

export const ProviderTestRequest = z
  .strictObject({ model: label(128).optional() })
  .meta({ id: 'ProviderTestRequest', example: { model: EXAMPLE_MODEL } });
export type ProviderTestRequest = z.infer<typeof ProviderTestRequest>;

export const ProviderProblem = z.enum(['key', 'network', 'model', 'quota', 'timeout', 'upstream']);
export type ProviderProblem = z.infer<typeof ProviderProblem>;

export const ProviderTest = z
  .object({
    ok: z.boolean(),
    problem: ProviderProblem.nullable(),
    /** What happened, with the provider's own words. */
    message: z.string(),
    /** What to do about it; null where nothing is wrong. */
    advice: z.object({ en: z.string(), zh: z.string() }).nullable(),
    /** From sending the request to the first byte of the answer's body. */
    first_byte_ms: z.number().nullable(),
    model: z.string().nullable(),
  })
  .meta({
    id: 'ProviderTest',
    example: {
      ok: true,
      problem: null,
      message: `Office (${EXAMPLE_MODEL}) answers: the first byte came after 212 ms.`,
      advice: null,
      first_byte_ms: 212,
      model: EXAMPLE_MODEL,
    },
  });
export type ProviderTest = z.infer<typeof ProviderTest>;

/** Null: the provider does not say. */
const ModelCapabilities = z.object({
  tools: z.boolean().nullable(),
  json_schema: z.boolean().nullable(),
  vision: z.boolean().nullable(),
  reasoning: z.boolean().nullable(),
});

export const OfferedModel = z.object({
  id: z.string(),
  context_window: z.int().nullable(),
  price: Price,
  capabilities: z.union([ModelCapabilities, z.literal('unknown')]),
});
export type OfferedModel = z.infer<typeof OfferedModel>;

/** `live`: from the provider itself. `stored`: it could not be asked (`message` says why), and this is the kept list. */
export const OfferedModels = z
  .object({
    source: z.enum(['live', 'stored']),
    message: z.string().nullable(),
    fetched_at: Timestamp.nullable(),
    models: z.array(OfferedModel),
  })
  .meta({
    id: 'OfferedModels',
    example: {
      source: 'live',
      message: null,
      fetched_at: '2026-11-23T16:12:00.000Z',
      models: [
        {
          id: EXAMPLE_MODEL,
          context_window: 131_072,
          price: { input_per_1k: 0.0002, output_per_1k: 0.0006 },
          capabilities: { tools: true, json_schema: true, vision: false, reasoning: null },
        },
      ],
    },
  });
export type OfferedModels = z.infer<typeof OfferedModels>;
