import { describe, expect, it } from '@jest/globals';
import { parseEnvironment } from '@council/config';
import type { SeatWish } from '@council/council-core';
import { ProviderBook } from '../providers/provider-book.js';
import type { ProviderRegistry } from '../providers/provider-registry.js';
import { knownProviders, PRESETS_ALONE, type ProviderSettings } from '../providers/provider-settings.js';
import { EnvironmentModelCatalogue } from './environment-model-catalogue.js';
import { OwnPrices } from './price-of.js';

/** A user has entered one price: of OpenRouter's "mine". */
class OnePrice extends OwnPrices {
  find(provider: string, model: string) {
    return provider === 'openrouter' && model === 'mine' ? { input_per_1k: 1, output_per_1k: 2 } : null;
  }
}

const plan = (environment: Record<string, string>, ...wishes: readonly SeatWish[]) =>
  planWith(environment, [], ...wishes);
function planWith(
  environment: Record<string, string>,
  changed: readonly Partial<ProviderSettings>[],
  ...wishes: readonly SeatWish[]
) {
  const config = parseEnvironment(environment);
  const rows = changed.map((row) => ({ ...PRESETS_ALONE.get(row.provider_id ?? ''), ...row }) as ProviderSettings);
  const registry = { book: new ProviderBook(config.llm, knownProviders(rows)) } as ProviderRegistry;
  return new EnvironmentModelCatalogue(config, registry, new OnePrice()).plan(wishes);
}
const wish = (provider: string, model: string, isUnedited = true, node_id = provider): SeatWish => ({
  node_id,
  name: `Seat ${node_id}`,
  wanted: { provider, model },
  isUnedited,
});
const GPT = wish('openai', 'gpt-4o');
const CHAT = wish('deepseek', 'deepseek-chat');

describe('without any model', () => {
  it('the rehearsal engine takes all seats that nobody has bound to a provider, and costs nothing', () => {
    const planned = plan({}, GPT, wish('default', 'any', false));
    expect(planned).toEqual({
      ok: true,
      engine: { kind: 'extractive', name: 'rehearsal (extractive, no language model)' },
      seats: ['openai', 'default'].map((node_id) => ({
        node_id,
        used: { provider: 'rehearsal', model: 'extractive' },
        price: { input_per_1k: 0, output_per_1k: 0 },
      })),
    });
  });

  it.each([
    ['a vendor without a key', wish('deepseek', 'deepseek-chat', false), ['deepseek', 'openai']],
    ['Ollama', wish('ollama', 'llama3', false), ['openai']],
    ['nobody that is known', wish('acme', 'm', false), ['acme', 'openai']],
  ])('a seat that a user bound to %s never moves: the rehearsal engine takes none', (_whom, bound, missing) => {
    expect(plan({}, bound, GPT)).toMatchObject({ ok: false, missing: missing.map((node_id) => ({ node_id })) });
  });

  it('a seat that a user bound to a server that needs no key chooses that server', () => {
    expect(plan({}, wish('ollama', 'llama3', false))).toMatchObject({ ok: true, engine: { name: 'ollama/llama3' } });
  });
});

describe('with models', () => {
  it('each seat speaks through its own provider, at its own price', () => {
    const planned = plan({ OPENAI_API_KEY: 'k-openai', DEEPSEEK_API_KEY: 'k-deepseek' }, GPT, CHAT);
    expect(planned).toEqual({
      ok: true,
      engine: { kind: 'model', name: 'openai/gpt-4o, deepseek/deepseek-chat' },
      seats: [
        {
          node_id: 'openai',
          used: GPT.wanted,
          price: { input_per_1k: 0.0025, output_per_1k: 0.01 },
          contextTokens: 128_000,
        },
        { node_id: 'deepseek', used: CHAT.wanted, price: { input_per_1k: 0.00014, output_per_1k: 0.00028 } },
      ],
    });
  });

  const DEFAULT = { LLM_PROVIDER: 'gemini', LLM_MODEL: 'gemini-2.0-flash', LLM_API_KEY: 'k-google' };

  it('a seeded seat without a key goes to the default, and one with a key stays', () => {
    const planned = plan({ ...DEFAULT, OPENAI_API_KEY: 'k-openai' }, GPT, CHAT);
    expect(planned).toMatchObject({
      ok: true,
      seats: [{ used: GPT.wanted }, { used: { provider: 'google', model: 'gemini-2.0-flash' } }],
    });
  });

  it('a seat that a user bound never moves: it is missing, with the variable to set', () => {
    const planned = plan(DEFAULT, GPT, wish('deepseek', 'deepseek-chat', false));
    expect(planned).toEqual({
      ok: false,
      missing: [{ node_id: 'deepseek', name: 'Seat deepseek', message: expect.stringContaining('DEEPSEEK_API_KEY') }],
    });
  });

  it('a seeded seat without key and default is missing, and both ways out are named', () => {
    const planned = plan({ OPENAI_API_KEY: 'k-openai' }, GPT, CHAT);
    expect(planned).toMatchObject({
      ok: false,
      missing: [{ message: expect.stringMatching(/DEEPSEEK_API_KEY.+LLM_PROVIDER/) }],
    });
  });

  it('a default without its key is missing, not silently something else', () => {
    const planned = plan({ LLM_PROVIDER: 'openai', LLM_MODEL: 'gpt-4o' }, CHAT);
    expect(planned).toMatchObject({
      ok: false,
      missing: [{ message: expect.stringContaining('OPENAI_API_KEY or LLM_API_KEY') }],
    });
  });

  it('an unknown provider and the rehearsal engine among models are named as such', () => {
    const planned = plan(DEFAULT, wish('acme', 'm', false), wish('rehearsal', 'extractive', false));
    expect(planned).toMatchObject({
      ok: false,
      missing: [
        { message: expect.stringContaining('"acme"') },
        { message: expect.stringContaining('all seats or none') },
      ],
    });
  });

  it('"default" is the default', () => {
    expect(plan(DEFAULT, wish('default', 'any', false))).toMatchObject({
      ok: true,
      seats: [{ used: { provider: 'google', model: 'gemini-2.0-flash' } }],
    });
  });
});

describe('prices', () => {
  const priceAt = (environment: Record<string, string>, provider: string, model: string) => {
    const planned = plan(environment, wish(provider, model, false));
    return planned.ok ? planned.seats[0]?.price : 'missing';
  };
  const custom = (url: string) => ({ LLM_PROVIDER: 'custom', LLM_MODEL: 'm', LLM_BASE_URL: url });

  it('are unknown for a model that is not listed, and for a listed name at another address', () => {
    expect(priceAt({ OPENAI_API_KEY: 'k-openai' }, 'openai', 'gpt-9')).toBeNull();
    expect(priceAt({ OPENAI_API_KEY: 'k-openai' }, 'openai', 'constructor')).toBeNull();
    expect(priceAt(custom('https://models.example.com/v1'), 'custom', 'gpt-4o')).toBeNull();
  });

  it("are the user's own where one was entered", () => {
    expect(priceAt({ OPENROUTER_API_KEY: 'k' }, 'openrouter', 'mine')).toEqual({ input_per_1k: 1, output_per_1k: 2 });
    expect(priceAt({ OPENROUTER_API_KEY: 'k' }, 'openrouter', 'yours')).toBeNull();
  });

  it('are zero on loopback and for Ollama', () => {
    const free = { input_per_1k: 0, output_per_1k: 0 };
    expect(priceAt(custom('http://localhost:1234/v1'), 'custom', 'gpt-4o')).toEqual(free);
    expect(priceAt({}, 'ollama', 'llama3')).toEqual(free);
  });
});

describe('with what a user has said of the providers', () => {
  const ACME = { ...PRESETS_ALONE.get('custom'), provider_id: 'acme', name: 'Acme', is_custom: true } as const;
  const at = (base_url: string, key_variable: string | null) => ({ ...ACME, base_url, key_variable });
  const seat = wish('acme', 'm', false);

  it('one that was switched off is missing, and its key does not bring the rehearsal engine back', () => {
    const planned = planWith({ OPENAI_API_KEY: 'k' }, [{ provider_id: 'openai', is_enabled: false }], GPT);
    expect(planned).toMatchObject({ ok: false, missing: [{ message: expect.stringContaining('is switched off') }] });
  });

  it('one that was added speaks under its own name, at an unknown price', () => {
    const rows = [{ ...at('https://acme.example/v1', 'COUNCIL_KEY_ACME'), key_origin: 'https://acme.example' }];
    expect(planWith({ COUNCIL_KEY_ACME: 'k' }, rows, seat)).toMatchObject({
      ok: true,
      engine: { kind: 'model', name: 'acme/m' },
      seats: [{ used: { provider: 'acme', model: 'm' }, price: null }],
    });
    expect(planWith({ OPENAI_API_KEY: 'k' }, rows, seat)).toMatchObject({
      ok: false,
      missing: [{ message: expect.stringContaining('set COUNCIL_KEY_ACME.') }],
    });
  });

  it('one that was added and needs no key is chosen by binding a seat to it', () => {
    const rows = [at('http://127.0.0.1:9/v1', null)];
    expect(planWith({}, rows, seat)).toMatchObject({ ok: true, engine: { kind: 'model' } });
    expect(planWith({}, rows, GPT)).toMatchObject({ ok: true, engine: { kind: 'extractive' } });
  });

  it('one that was switched on is configured: the rehearsal engine no longer speaks', () => {
    const planned = planWith({}, [{ provider_id: 'ollama', is_enabled: true }], GPT);
    expect(planned).toMatchObject({ ok: false, missing: [{ node_id: 'openai' }] });
  });
});
