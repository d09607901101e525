import { describe, expect, it } from '@jest/globals';
import { EMPTY_FORM, requestOf } from './start-form';

describe('what the start form asks of the server', () => {
  it('is nothing without a document or a question', () => {
    expect(requestOf({ template_uuid: 't' }, { ...EMPTY_FORM, document: ' \n' })).toBeNull();
    expect(requestOf(null, { ...EMPTY_FORM, document: 'x' })).toBeNull();
  });

  it('leaves out what was left alone', () => {
    expect(requestOf({ template_uuid: 't' }, { ...EMPTY_FORM, objective: 'why?' })).toEqual({
      template_uuid: 't',
      input: { document_content: '', optimization_objective: 'why?' },
    });
  });

  it('has caps as numbers and models with their slashes', () => {
    const models = { a: 'openrouter/meta/llama' };
    const request = requestOf(
      { template_uuid: 't' },
      { ...EMPTY_FORM, document: 'x', usd: '0.5', language: 'zh', group: 'g', models },
    );
    expect(request).toMatchObject({
      budget: { usd: 0.5 },
      language: 'zh',
      group_uuid: 'g',
      overrides: { a: { provider: 'openrouter', model: 'meta/llama' } },
    });
  });
});
