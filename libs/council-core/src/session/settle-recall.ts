import type { NewEvent, RecalledItem } from '@council/contracts';
import type { RecallEffect } from './effects.js';

/** What was found leaves the log as it was found: what is asked again later may find something else. */
export const settleRecall = ({ nodeId, query }: RecallEffect, items: readonly RecalledItem[]): readonly NewEvent[] => [
  { event: 'memory:recalled', node_id: nodeId, data: { query: query.text, items: [...items], problem: null } },
];

export const failRecall = ({ nodeId, query }: RecallEffect, problem: string): readonly NewEvent[] => [
  { event: 'memory:recalled', node_id: nodeId, data: { query: query.text, items: [], problem } },
];
