import { z } from 'zod';
import { turnEffects } from '../session/turn-effects.js';
import { JOINING } from './join.js';
import { nodeKind } from './node-kind.js';
import { SPEAKING } from './speaking.js';

/** A model without a persona: it is asked one thing about what leads to it. */
export const LlmProperties = z.strictObject({
  prompt: z.string().min(1).max(20_000),
  system_prompt: z.string().min(1).max(20_000).optional(),
  /** Without them the model of the seat that feeds the node speaks. */
  provider: z.string().min(1).max(64).optional(),
  model: z.string().min(1).max(128).optional(),
  temperature: z.number().min(0).max(2).optional(),
  max_tokens: z.int().min(1).max(1_000_000).optional(),
  ...SPEAKING,
  ...JOINING,
});

export const llmKind = nodeKind({
  kind: 'llm',
  properties: LlmProperties,
  exits: { min: 0, max: 64 },
  advance: (context) => {
    const { properties, seats } = context;
    return seats.flatMap((seat) =>
      turnEffects(context, seat, {
        stance: 'other',
        isWholeNode: true,
        systemPrompt: properties.system_prompt,
        question: properties.prompt,
        timeoutSeconds: properties.timeout_seconds,
        retries: properties.retries,
      }),
    );
  },
});
