import { describe, expect, it } from '@jest/globals';
import { readModelList } from './listed-models.js';

const read = (...data: readonly unknown[]) => readModelList(JSON.stringify({ object: 'list', data }));
const UNKNOWN = { context_window: null, price: null, capabilities: 'unknown' };

describe('lists of models', () => {
  it('of a server that gives ids alone leave the rest unknown', () => {
    expect(read({ id: 'deepseek-chat', object: 'model' }, { id: 'models/gemini-2.0-flash' })).toEqual([
      { id: 'deepseek-chat', ...UNKNOWN },
      { id: 'gemini-2.0-flash', ...UNKNOWN },
    ]);
  });

  it('of a router hold windows, prices and capabilities', () => {
    const entry = {
      id: 'vendor/model',
      context_length: 131_072,
      pricing: { prompt: '0.0000025', completion: '0.00001' },
      architecture: { input_modalities: ['text', 'image'] },
      supported_parameters: ['tools', 'structured_outputs'],
    };
    expect(read(entry)).toEqual([
      {
        id: 'vendor/model',
        context_window: 131_072,
        price: { input_per_1k: 0.0025, output_per_1k: 0.01 },
        capabilities: { tools: true, json_schema: true, vision: true, reasoning: false },
      },
    ]);
  });

  it('never take a price that changes with the model for a number', () => {
    expect(read({ id: 'auto', pricing: { prompt: '-1', completion: '-1' } })?.[0]?.price).toBeNull();
    expect(read({ id: 'auto', pricing: { prompt: 'free' } })?.[0]?.price).toBeNull();
  });

  it.each([
    ['Mistral', { max_context_length: 32_768, capabilities: { function_calling: true, vision: false } }, 32_768],
    ['Groq', { context_window: 8_192 }, 8_192],
    ['vLLM', { max_model_len: 4_096 }, 4_096],
    ['llama.cpp', { meta: { n_ctx_train: 2_048 } }, 2_048],
  ])('say the window in the words of %s', (_who, more, window) => {
    expect(read({ id: 'm', ...more })?.[0]).toMatchObject({ context_window: window });
  });

  it('name a model once, skip what is none, and are none when they are something else', () => {
    expect(read({ id: 'm' }, { id: 'm' }, { name: 'x' }, 7)).toEqual([{ id: 'm', ...UNKNOWN }]);
    for (const text of ['<html>', '{"models": []}', '[]', 'null', '{"data": {}}'])
      expect(readModelList(text)).toBeNull();
  });
});
