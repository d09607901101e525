export const EXAMPLE_MODEL = 'llama-3.3-70b';

const SETTINGS = {
  provider_id: 'office',
  name: 'Office',
  icon: '🏢',
  base_url: 'https://llm.example.com/v1',
  models: [EXAMPLE_MODEL],
};

/** A model server of one's own, as it is added. */
export const EXAMPLE_PROVIDER_DRAFT = { ...SETTINGS, needs_key: true, quirks: { json_mode: 'object' } };

/** The same, once its key is there. */
export const EXAMPLE_PROVIDER = {
  ...SETTINGS,
  is_configured: true,
  is_enabled: true,
  is_custom: true,
  dialect: 'openai',
  has_key: true,
  key_variable: 'COUNCIL_KEY_OFFICE',
  key_source: 'environment',
  key_stored_at: null,
  warning: null,
};

export const EXAMPLE_PROVIDER_DETAILS = {
  ...EXAMPLE_PROVIDER,
  is_edited: false,
  quirks: EXAMPLE_PROVIDER_DRAFT.quirks,
  effective_quirks: {
    reports_usage: false,
    max_tokens_name: 'max_tokens',
    system_role: 'system',
    json_mode: 'object',
    supports_tools: true,
  },
  limits: { max_concurrency: 4, requests_per_minute: null, tokens_per_minute: null },
  timeouts: { connect_ms: null, first_token_ms: null, idle_ms: null, total_ms: null },
  proxy_url: null,
  egress: 'public',
  can_store_key: true,
};
