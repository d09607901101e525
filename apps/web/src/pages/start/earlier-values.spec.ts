import { describe, expect, it } from '@jest/globals';
import { earlierValues } from './earlier-values';
import { EMPTY_FORM } from './start-form';

type Given = Parameters<typeof earlierValues>;
const nothing: Given[0] = { document: null, objective: '', language: 'en', group: null, budget: null, seats: [] };
const agent = (uuid: string, provider: string) =>
  ({ agent_uuid: uuid, model_config: { provider, model: 'm' } }) as Given[1][number];
const seat = (uuid: string, provider: string) =>
  ({ agent: { agent_uuid: uuid }, wanted: { provider, model: 'm' } }) as Given[0]['seats'][number];

describe('the form as it stood for an earlier session', () => {
  it('has its document, question, language, group and budget', () => {
    const group = { group_uuid: 'g', name: 'G', constitution: '' };
    const given = { ...nothing, document: '# Plan', objective: 'Why?', group, budget: { usd: 0.5 } };
    expect(earlierValues(given, [], [])).toEqual({
      ...EMPTY_FORM,
      document: '# Plan',
      objective: 'Why?',
      language: 'en',
      group: 'g',
      usd: '0.5',
    });
    expect(earlierValues(nothing, [], [])).toEqual({ ...EMPTY_FORM, language: 'en' });
  });

  it('keeps other models than the own, where they can be called', () => {
    const seats = [seat('a', 'openai'), seat('b', 'own'), seat('c', 'gone'), seat('deleted', 'openai')];
    const agents = [agent('a', 'own'), agent('b', 'own'), agent('c', 'own')];
    expect(earlierValues({ ...nothing, seats }, agents, ['openai', 'own']).models).toEqual({ a: 'openai/m' });
  });
});
