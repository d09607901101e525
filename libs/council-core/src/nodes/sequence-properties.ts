import { z } from 'zod';
import { JOINING } from './join.js';

/** Runs its children one after the other, each reading the one before, and then goes on along its own edges. */
export const SequenceProperties = z.strictObject({
  /** Nodes that nothing else leads to, and that lead nowhere themselves. */
  children: z.array(z.string().min(1).max(64)).min(1).max(64),
  ...JOINING,
});
