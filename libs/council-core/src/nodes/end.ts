import { z } from 'zod';
import type { NodeKindDefinition } from './node-kind.js';

/**
 * Makes the report from the log. It needs no model; naming a `model` or a `system_prompt` adds a closing synthesis at
 * the report's head, spoken by that model (or by the model of the seat that feeds this node).
 */
export const EndProperties = z.strictObject({
  model: z.string().min(1).max(128).optional(),
  provider: z.string().min(1).max(64).optional(),
  system_prompt: z.string().min(1).max(20_000).optional(),
  /** The older name of `system_prompt` in the reference's guide. */
  summary_prompt: z.string().min(1).max(20_000).optional(),
});

export const endKind: NodeKindDefinition = { kind: 'end', properties: EndProperties, exits: { min: 0, max: 0 } };
