import { describe, expect, it } from '@jest/globals';
import { parseEnvironment } from '@council/config';
import { findEndpoint } from './endpoints.js';
import { knownProviders, PRESETS_ALONE, type ProviderSettings } from './provider-settings.js';

const preset = (id: string): ProviderSettings => {
  const found = PRESETS_ALONE.get(id);
  if (found === undefined) throw new Error(`no preset ${id}`);
  return found;
};
const ACME: ProviderSettings = {
  ...preset('custom'),
  provider_id: 'acme',
  name: 'Acme',
  is_custom: true,
  base_url: 'https://acme.example/v1/',
  key_variable: 'COUNCIL_KEY_ACME',
  key_origin: 'https://acme.example',
  egress: 'public',
};
function find(environment: Record<string, string>, settings: ProviderSettings, name = settings.provider_id) {
  const { llm } = parseEnvironment(environment);
  return findEndpoint(llm, name, knownProviders([settings]));
}
const keyAt = (environment: Record<string, string>, settings: ProviderSettings) => {
  const lookup = find(environment, settings);
  return lookup.ok ? lookup.endpoint.apiKey : lookup.code;
};
const OPENAI = { OPENAI_API_KEY: 'k-openai' };

describe('where a provider is', () => {
  it('is said by the user, else by the environment for the default, else by the product', () => {
    const moved = {
      ...preset('openai'),
      base_url: 'https://eu.api.openai.com/v1',
      key_origin: 'https://eu.api.openai.com',
    };
    const env = { ...OPENAI, LLM_PROVIDER: 'openai', LLM_MODEL: 'm', LLM_BASE_URL: 'http://127.0.0.1:9/v1/' };
    const at = (lookup: ReturnType<typeof find>) =>
      lookup.ok && [lookup.endpoint.baseUrl, lookup.endpoint.isAddressChecked];
    expect(at(find(env, moved))).toEqual(['https://eu.api.openai.com/v1', true]);
    expect(at(find(env, preset('openai')))).toEqual(['http://127.0.0.1:9/v1', false]);
    expect(at(find(OPENAI, preset('openai')))).toEqual(['https://api.openai.com/v1', false]);
    expect(at(find({}, preset('custom')))).toBe(false);
  });

  it('is found by either name, in any case; what is not there is named with what is', () => {
    expect(find({ GEMINI_API_KEY: 'k' }, ACME, ' Gemini ').ok).toBe(true);
    expect(find({}, ACME, 'nobody')).toMatchObject({
      code: 'MODEL.UNKNOWN_PROVIDER',
      message: expect.stringContaining('acme'),
    });
    expect(find({}, ACME, 'constructor')).toMatchObject({ code: 'MODEL.UNKNOWN_PROVIDER' });
  });

  it('is nowhere when it is switched off', () => {
    expect(find(OPENAI, { ...preset('openai'), is_enabled: false })).toMatchObject({ code: 'MODEL.DISABLED' });
  });

  it('of one that a user has added is never what the environment says of a preset of that name', () => {
    const env = {
      LLM_PROVIDER: 'openai',
      LLM_MODEL: 'm',
      LLM_API_KEY: 'k-default',
      LLM_BASE_URL: 'http://127.0.0.1:9',
    };
    expect(keyAt(env, { ...ACME, provider_id: 'openai' })).toBe('MODEL.NO_KEY');
  });
});

describe('how long it may take', () => {
  it('is said by its row, and where that is silent by the environment', () => {
    const lookup = find(OPENAI, { ...preset('openai'), timeouts: { connect_ms: 7, total_ms: null } });
    expect(lookup).toMatchObject({
      endpoint: { timeouts: { connectTimeoutMs: 7, firstTokenTimeoutMs: 60_000, totalTimeoutMs: 300_000 } },
    });
  });
});

describe('an address that is not called', () => {
  it.each([
    ['loopback', { base_url: 'http://127.1/v1' }],
    ['the metadata of a cloud', { base_url: 'http://169.254.169.254/v1', egress: 'private' as const }],
    ['a proxy in a private network', { proxy_url: 'http://10.0.0.7:3128' }],
  ])('%s', (_what, changes) => {
    const settings = { ...ACME, key_variable: null, ...changes };
    expect(find({}, settings)).toMatchObject({ ok: false, code: 'MODEL.ADDRESS_REFUSED' });
  });
});

describe('where its key may go', () => {
  it.each([
    ['the same server', 'https://api.openai.com/v2', 'k-openai'],
    ['the same server, in other letters', 'HTTPS://API.OPENAI.COM:443/v1', 'k-openai'],
    ['another server', 'https://api.openai.example/v1', 'MODEL.KEY_UNCONFIRMED'],
    ['another port', 'https://api.openai.com:8443/v1', 'MODEL.KEY_UNCONFIRMED'],
    ['the same server without encryption', 'http://api.openai.com/v1', 'MODEL.KEY_UNCONFIRMED'],
    ['a name that begins alike', 'https://api.openai.com.evil.example/v1', 'MODEL.KEY_UNCONFIRMED'],
  ])('%s', (_what, base_url, expected) => {
    expect(keyAt(OPENAI, { ...preset('openai'), base_url })).toBe(expected);
  });

  it('is where it was confirmed for, and no longer where it was before', () => {
    const moved = { ...preset('openai'), base_url: 'https://proxy.example/v1', key_origin: 'https://proxy.example' };
    expect(keyAt(OPENAI, moved)).toBe('k-openai');
    expect(keyAt(OPENAI, { ...moved, base_url: 'https://api.openai.com/v1' })).toBe('MODEL.KEY_UNCONFIRMED');
    expect(keyAt(OPENAI, { ...moved, base_url: null })).toBe('k-openai');
  });

  it('says which key is held back, from where, and how to confirm it, and shows no key', () => {
    const lookup = find(OPENAI, { ...preset('openai'), base_url: 'https://proxy.example/v1' });
    const message = lookup.ok ? '' : lookup.message;
    for (const part of ['OPENAI_API_KEY', 'https://proxy.example', '/api/v1/providers/openai/key']) {
      expect(message).toContain(part);
    }
    expect(message).not.toContain('k-openai');
  });

  it('holds for the default key too', () => {
    const env = { LLM_PROVIDER: 'ollama', LLM_MODEL: 'm', LLM_API_KEY: 'k-default' };
    expect(keyAt(env, preset('ollama'))).toBe('k-default');
    expect(keyAt(env, { ...preset('ollama'), base_url: 'http://10.0.0.9:11434/v1' })).toBe('none');
  });

  it('of one that was added comes from its own variable alone', () => {
    expect(keyAt({ COUNCIL_KEY_ACME: 'k-acme', ...OPENAI }, ACME)).toBe('k-acme');
    expect(keyAt(OPENAI, ACME)).toBe('MODEL.NO_KEY');
    expect(keyAt({ COUNCIL_KEY_ACME: 'k-acme' }, { ...ACME, key_variable: null })).toBe('none');
    expect(keyAt({ COUNCIL_KEY_ACME: 'k-acme' }, { ...ACME, provider_id: 'acme-2' })).toBe('MODEL.NO_KEY');
  });
});
