import { describe, expect, it } from '@jest/globals';
import type { ProviderDetails } from '@/api/queries/providers';
import { changesOf, modelsOf, originOf, valuesOf } from './provider-form';

const OFFICE: ProviderDetails = {
  provider_id: 'office',
  name: 'Office',
  icon: '🔌',
  models: ['small'],
  is_configured: true,
  is_enabled: true,
  is_custom: true,
  dialect: 'openai',
  base_url: 'https://models.example/v1',
  has_key: true,
  key_variable: 'COUNCIL_KEY_OFFICE',
  key_source: 'environment',
  key_stored_at: null,
  can_store_key: true,
  warning: null,
  is_edited: false,
  quirks: {},
  effective_quirks: {
    reports_usage: false,
    max_tokens_name: 'max_tokens',
    system_role: 'system',
    json_mode: 'object',
    supports_tools: true,
  },
  limits: { max_concurrency: null, requests_per_minute: null, tokens_per_minute: null },
  timeouts: { connect_ms: null, first_token_ms: null, idle_ms: null, total_ms: null },
  proxy_url: null,
  egress: 'public',
};

describe('the form of a provider', () => {
  const before = valuesOf(OFFICE);

  it('sends nothing where nothing was changed', () => {
    expect(changesOf(before, valuesOf(OFFICE))).toEqual({});
  });

  it('sends what was changed alone, and leaves the switch to itself', () => {
    const limits = { ...before.limits, max_concurrency: 2 };
    expect(changesOf(before, { ...before, models: ['small', 'large'], limits, is_enabled: false })).toEqual({
      models: ['small', 'large'],
      limits,
    });
  });

  it('knows when an address leads to another server', () => {
    expect(originOf('https://models.example/v2')).toBe(originOf(OFFICE.base_url));
    expect(originOf('https://models.example:8443/v1')).not.toBe(originOf(OFFICE.base_url));
    expect(originOf('https:')).toBeNull();
    expect(originOf(null)).toBeNull();
  });

  it('takes one model a line', () => {
    expect(modelsOf(' a \n\nvendor/b\n')).toEqual(['a', 'vendor/b']);
  });
});
