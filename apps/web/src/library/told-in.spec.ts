import { describe, expect, it } from '@jest/globals';
import { toldIn } from './told-in';

const node = (node_id: string, name: string, properties = {}) => ({
  node_id,
  type: 'vote',
  name,
  next_ids: [],
  properties,
});
const graph = {
  workflow_uuid: '',
  name: '',
  description: '',
  start_node_id: 'a',
  nodes: { a: node('a', 'For'), b: node('b', 'Against', { question: 'Well?', round: 1 }) },
};
const row = { name: 'Debate', description: 'For and against.', graph };

describe('what a row says', () => {
  it('is what is stored in English, and where nobody translated it', () => {
    const translations = { zh: { name: '辩论' } };
    expect(toldIn('en', { ...row, translations })).toEqual({ ...row, translations });
    expect(toldIn('zh', { ...row, translations: null })).toEqual({ ...row, translations: null });
    expect(toldIn('zh', { ...row, translations: {} })).toEqual({ ...row, translations: {} });
  });

  it('is said in Chinese as far as there are words, down to the nodes', () => {
    const told = toldIn('zh', {
      ...row,
      translations: { zh: { name: '辩论', nodes: { a: '正方' }, properties: { b: { question: '可否？' } } } },
    });
    expect(told).toMatchObject({ name: '辩论', description: 'For and against.' });
    expect(Object.values(told.graph.nodes).map(({ name }) => name)).toEqual(['正方', 'Against']);
    expect(Object.values(told.graph.nodes).map(({ properties }) => properties)).toEqual([
      {},
      { question: '可否？', round: 1 },
    ]);
    expect(toldIn('zh', { ...row, translations: { zh: { description: '正反两方。' } } })).toMatchObject({
      name: 'Debate',
      description: '正反两方。',
      graph,
    });
  });
});
