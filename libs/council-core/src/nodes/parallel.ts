import { z } from 'zod';
import type { NodeKindDefinition } from './node-kind.js';

/** Opens its branches at once. Fan-out is parallel from every kind of node; this one announces it. */
export const parallelKind: NodeKindDefinition = {
  kind: 'parallel',
  properties: z.strictObject({}),
  exits: { min: 1, max: 64 },
};
