import { describe, expect, it } from '@jest/globals';
import { testTurn, tokensOf } from './test-turn';

const KEPT = '94cc1d02-4d8e-53f3-8891-4621767b8b81';
const trial = { question: 'Is May realistic?', text: '# Plan\n' };
const speaker = {
  persona_prompt: 'You doubt.',
  model_config: { provider: 'openai', model: 'gpt-4o', temperature: 0.2, max_tokens: 500 },
};

describe('a test turn', () => {
  it('speaks with the persona and the model of the form while they are not kept', () => {
    expect(testTurn(speaker, null, trial).graph?.nodes['seat']).toMatchObject({
      type: 'llm',
      properties: {
        prompt: 'Is May realistic?',
        system_prompt: 'You doubt.',
        provider: 'openai',
        model: 'gpt-4o',
        temperature: 0.2,
        max_tokens: 500,
      },
    });
  });

  it('names no setting that the form leaves to the provider', () => {
    const plain = { ...speaker, model_config: { provider: 'openai', model: 'gpt-4o' } };
    const properties = testTurn(plain, null, trial).graph?.nodes['seat']?.properties ?? {};
    expect(Object.keys(properties)).toEqual(['prompt', 'system_prompt', 'provider', 'model']);
  });

  it('is the turn of the agent itself when it is kept', () => {
    const properties = testTurn(speaker, KEPT, trial).graph?.nodes['seat']?.properties;
    expect(properties).toEqual({ agent_uuid: KEPT });
  });

  it('has a cap that its longest answer fits, and that grows with what is read', () => {
    const tokens = tokensOf(speaker, trial);
    expect(testTurn(speaker, null, trial).budget).toEqual({ tokens });
    expect(tokens).toBeGreaterThan(500);
    expect(tokensOf(speaker, { ...trial, text: 'x'.repeat(10_000) })).toBeGreaterThan(tokens);
  });
});
