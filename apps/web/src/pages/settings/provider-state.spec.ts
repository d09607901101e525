import { describe, expect, it } from '@jest/globals';
import { providerState } from './provider-state';

type Given = Parameters<typeof providerState>[0];
const ready: Given = {
  warning: null,
  is_configured: true,
  is_enabled: true,
  base_url: 'https://models.example/v1',
  key_variable: 'COUNCIL_KEY_OFFICE',
  has_key: true,
};
const without = (changed: Partial<Given>): Given => ({ ...ready, is_configured: false, ...changed });

describe('the one word for a provider', () => {
  it.each([
    [ready, 'ready'],
    [without({ has_key: false, warning: 'held back' }), 'held'],
    [without({ is_enabled: false, has_key: false }), 'off'],
    [without({ base_url: null }), 'noAddress'],
    [without({ has_key: false }), 'noKey'],
    [without({ has_key: false, key_variable: null }), 'off'],
  ])('%#: %j', (provider, name) => {
    expect(providerState(provider).name).toBe(name);
  });
});
