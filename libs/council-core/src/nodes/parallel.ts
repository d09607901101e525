import { z } from 'zod';
import { JOINING } from './join.js';
import { append, completed, nodeKind } from './node-kind.js';

/** Opens its branches at once. Fan-out is parallel from every kind of node; this one announces it. */
export const parallelKind = nodeKind({
  kind: 'parallel',
  properties: z.strictObject({ ...JOINING }),
  exits: { min: 1, max: 64 },
  advance: ({ id, node }) => [
    append({ event: 'node:parallel_start', node_id: id, data: { branches: node.next_ids } }, completed(id)),
  ],
});
