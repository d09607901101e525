import { describe, expect, it } from '@jest/globals';
import type { Schemas } from '@/api/client';
import { isOpenSpeaker, speakersFor } from './speakers';

const provider = (provider_id: string, is_configured: boolean): Schemas['Provider'] =>
  ({ provider_id, name: provider_id.toUpperCase(), models: ['m'], is_configured }) as Schemas['Provider'];
const PROVIDERS = [provider('openai', true), provider('google', false)];
const shown = (bound: string) => speakersFor(bound, PROVIDERS).map(({ id, state }) => `${id} ${state}`);
const OFFERED = ['default default', 'openai ready', 'google unconfigured'];

describe('who can be bound to an agent', () => {
  it('is the default and what the server offers', () => {
    expect(shown('')).toEqual(OFFERED);
    expect(shown('openai')).toEqual(OFFERED);
    expect(shown('default')).toEqual(OFFERED);
  });

  it('is also whoever is bound now, as what they are', () => {
    expect(shown('far-away')).toEqual([...OFFERED, 'far-away unknown']);
    expect(shown('gemini')).toEqual([...OFFERED, 'gemini alias']);
    expect(shown('rehearsal')).toEqual([...OFFERED, 'rehearsal rehearsal']);
  });

  it('leaves the model open by two names alone', () => {
    expect(['default', 'rehearsal', 'openai'].map(isOpenSpeaker)).toEqual([true, true, false]);
  });
});
