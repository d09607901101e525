import { JUDGE, MEET, joining, type PropertyRow } from './property-row.js';

/** Kinds that order, recall, gather and end. */
export const CARRIER_ROWS: readonly PropertyRow[] = [
  joining('parallel'),
  {
    kind: 'sequence',
    property: 'children',
    values: [
      ['b', 'c'],
      ['c', 'b'],
    ],
    graph: { start: ['start', 'x'], x: ['?', 'end'], b: ['agent'], c: ['agent'], end: ['end'] },
  },
  {
    kind: 'sequence',
    property: 'join',
    values: ['all', 'any'],
    graph: { ...MEET, c: ['agent'] },
    more: { x: { children: ['c'] } },
  },
  { kind: 'memory_retrieval', property: 'query', values: ['prices', 'risks'] },
  { kind: 'memory_retrieval', property: 'max_results', values: [1, 2] },
  { kind: 'memory_retrieval', property: 'time_range_days', values: [7, 30] },
  { kind: 'memory_retrieval', property: 'relevance_threshold', values: [0.2, 0.8] },
  { kind: 'memory_retrieval', property: 'include_verdicts', values: [true, false] },
  joining('memory_retrieval'),
  {
    kind: 'context_synth',
    property: 'max_recent_rounds',
    values: [1, 2],
    graph: {
      start: ['start', 'x'],
      x: ['?', 'judge'],
      judge: ['agent', 'loop'],
      loop: ['loop', 'x', 'end'],
      end: ['end'],
    },
    more: JUDGE,
  },
  {
    kind: 'context_synth',
    property: 'join',
    values: ['all', 'any'],
    graph: {
      start: ['start', 'f'],
      f: ['parallel', 'a', 'b'],
      a: ['agent', 'x'],
      b: ['agent', 'x'],
      x: ['?', 'loop'],
      loop: ['loop', 'f', 'end'],
      end: ['end'],
    },
  },
  { kind: 'end', property: 'model', values: ['one', 'two'] },
  { kind: 'end', property: 'provider', values: ['one', 'two'], more: { x: { model: 'm' } } },
  { kind: 'end', property: 'system_prompt', values: ['Be short.', 'Be long.'] },
  { kind: 'end', property: 'summary_prompt', values: ['Be short.', 'Be long.'] },
  { kind: 'end', property: 'join', values: ['all', 'any'] },
];
