import { z } from 'zod';
import type { NodeKindDefinition } from './node-kind.js';

/** Writes the input to `/document.md`, version 1, and hands it on. */
export const startKind: NodeKindDefinition = {
  kind: 'start',
  properties: z.strictObject({}),
  exits: { min: 1, max: 64 },
};
