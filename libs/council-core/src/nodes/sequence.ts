import type { NewEvent } from '@council/contracts';
import { isSettled, nodeState } from '../session/state.js';
import { append, completed, nodeKind } from './node-kind.js';
import { SequenceProperties } from './sequence-properties.js';

export const sequenceKind = nodeKind({
  kind: 'sequence',
  properties: SequenceProperties,
  exits: { min: 0, max: 64 },
  advance: ({ state, id, properties: { children } }) => {
    const settled = children.filter((child) => isSettled(nodeState(state, child).status));
    const told = nodeState(state, id).progress;
    const news = settled.slice(told).map((child, place): NewEvent => ({
      event: 'sequence:progress',
      node_id: id,
      data: { child, done: told + place + 1, total: children.length },
    }));
    if (settled.length < children.length) return news.length === 0 ? [] : [append(...news)];
    const hasDelivered = settled.some((child) => nodeState(state, child).status === 'completed');
    const end: NewEvent = hasDelivered
      ? completed(id)
      : { event: 'node_state_change', node_id: id, data: { status: 'skipped' } };
    return [append(...news, end)];
  },
});
