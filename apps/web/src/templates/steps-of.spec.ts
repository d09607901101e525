import { describe, expect, it } from '@jest/globals';
import { stepsOf } from './steps-of';

const ADA = 'e3a90b57-6d14-4f2e-b8c1-07d52f9a6c38';
const node = (node_id: string, type: string, next_ids: string[], properties: Record<string, unknown> = {}) => ({
  node_id,
  type,
  name: '',
  next_ids,
  properties,
});
const graph = {
  workflow_uuid: '',
  name: '',
  description: '',
  start_node_id: 's',
  nodes: {
    child: node('child', 'llm', [], { provider: 'openai', model: 'gpt-4o' }),
    v: node('v', 'vote', ['s'], { agent_uuids: [ADA] }),
    q: node('q', 'sequence', ['v'], { children: ['child'] }),
    s: node('s', 'start', ['q']),
  },
};

describe('the steps of a graph', () => {
  it('stand in the order of the drawing, and what another node runs comes last', () => {
    expect(stepsOf(graph).map(({ id, within }) => [id, within])).toEqual([
      ['s', null],
      ['q', null],
      ['v', null],
      ['child', 'q'],
    ]);
  });

  it('name who sits there, or which model speaks', () => {
    const steps = stepsOf(graph);
    expect(steps.map(({ seats }) => seats)).toEqual([[], [], [ADA], []]);
    expect(steps.at(-1)?.model).toEqual({ provider: 'openai', model: 'gpt-4o' });
  });
});
