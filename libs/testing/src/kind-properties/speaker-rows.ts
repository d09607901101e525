import { SEEDED_AGENTS } from '@council/council-core';
import { failing, onceFailing, toolHungry } from './played-answers.js';
import { OTHER_AGENT, THIRD_AGENT, joining, speaking, type PropertyRow } from './property-row.js';

const AGENT = { agent_uuid: OTHER_AGENT };

/** Kinds in which somebody or something speaks. */
export const SPEAKER_ROWS: readonly PropertyRow[] = [
  { kind: 'agent', property: 'agent_uuid', values: [OTHER_AGENT, THIRD_AGENT] },
  { kind: 'agent', property: 'agent_id', values: [OTHER_AGENT, THIRD_AGENT] },
  { kind: 'agent', property: 'role', values: ['affirmative', 'negative'], more: { x: AGENT } },
  { kind: 'agent', property: 'output_format', values: ['structured_verdict', 'ballot'], more: { x: AGENT } },
  { kind: 'agent', property: 'tools', values: [['calculator'], ['read_file']], more: { x: AGENT } },
  {
    kind: 'agent',
    property: 'max_tool_turns',
    values: [1, 2],
    more: { x: { ...AGENT, tools: ['calculator'] } },
    script: { answer: toolHungry },
  },
  {
    kind: 'agent',
    property: 'fallback_agent_uuid',
    values: [THIRD_AGENT, SEEDED_AGENTS.surgeon],
    more: { x: AGENT },
    script: { answer: onceFailing() },
  },
  ...speaking('agent', AGENT),
  {
    kind: 'agent',
    property: 'on_error',
    values: ['fail', 'continue'],
    more: { x: AGENT },
    script: { answer: failing },
  },
  joining('agent', AGENT),
  { kind: 'llm', property: 'prompt', values: ['What is missing?', 'What is wrong?'] },
  { kind: 'llm', property: 'system_prompt', values: ['Be short.', 'Be long.'], more: { x: { prompt: 'p' } } },
  { kind: 'llm', property: 'provider', values: ['one', 'two'], more: { x: { prompt: 'p' } } },
  { kind: 'llm', property: 'model', values: ['one', 'two'], more: { x: { prompt: 'p' } } },
  { kind: 'llm', property: 'temperature', values: [0, 1], more: { x: { prompt: 'p' } } },
  { kind: 'llm', property: 'max_tokens', values: [100, 200], more: { x: { prompt: 'p' } } },
  ...speaking('llm', { prompt: 'p' }),
  {
    kind: 'llm',
    property: 'on_error',
    values: ['fail', 'continue'],
    more: { x: { prompt: 'p' } },
    script: { answer: failing },
  },
  joining('llm', { prompt: 'p' }),
  { kind: 'tool', property: 'tool', values: ['calculator', 'list_files'] },
  {
    kind: 'tool',
    property: 'input',
    values: [{ expression: '1+1' }, { expression: '{{previous}}' }],
    more: { x: { tool: 'calculator' } },
  },
  {
    kind: 'tool',
    property: 'on_error',
    values: ['fail', 'continue'],
    more: { x: { tool: 'calculator' } },
    script: { tool: () => ({ output: 'no', isError: true }) },
  },
  joining('tool', { tool: 'calculator' }),
];
