import { z } from 'zod';
import { EXAMPLE_GRAPH } from './example-graph.js';
import { GraphDefinition } from './graph.js';
import { label, Language, text } from './text.js';

export const GenerateRequest = z
  .object({
    /** What the council shall do, in the user's own words. */
    prompt: label(4_000),
    /** Of the words in the graph; without it, that of the prompt. */
    language: Language.optional(),
    /** Who writes it; without it, the server's default, or the first model of an agent that can be called. */
    model: z.object({ provider: text(64).min(1), model: text(128).min(1) }).optional(),
  })
  .meta({ id: 'GenerateRequest', example: { prompt: 'Two sides and a judge.' } });
export type GenerateRequest = z.infer<typeof GenerateRequest>;

const SimilarTemplate = z.object({
  template_uuid: z.string(),
  name: z.string(),
  description: z.string(),
  /** Cosine of its words and the prompt's, 0 to 1. */
  similarity: z.number(),
});
export type SimilarTemplate = z.infer<typeof SimilarTemplate>;

export const GeneratedWorkflow = z
  .object({
    // Not by its name: as an answer it has no gaps, and the description of the API knows one form for each name.
    /** Without an id: whoever keeps it posts it to `/workflows`. A session can be started with it as it is. */
    graph: z.object(GraphDefinition.shape),
    explanation: z.string(),
    /** Cosine of the graph's words (name, description, names of its nodes) and the prompt's, 0 to 1: not a judgement. */
    confidence: z.number(),
    /** Closest first, at most three. */
    similar_templates: z.array(SimilarTemplate),
    /** `template`: no model is set up, and the closest template was taken. */
    made_by: z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('model'),
        provider: z.string(),
        model: z.string(),
        input_tokens: z.int(),
        output_tokens: z.int(),
        /** USD of all calls for it; null: the price is unknown. */
        cost_usd: z.number().nullable(),
      }),
      z.object({ kind: z.literal('template'), template_uuid: z.string() }),
    ]),
  })
  .meta({
    id: 'GeneratedWorkflow',
    example: {
      graph: EXAMPLE_GRAPH,
      explanation: 'One seat speaks for the document, one against it, and a judge rules.',
      confidence: 0.62,
      similar_templates: [],
      made_by: {
        kind: 'model',
        provider: 'openai',
        model: 'gpt-4o',
        input_tokens: 5_120,
        output_tokens: 640,
        cost_usd: 0.0192,
      },
    },
  });
export type GeneratedWorkflow = z.infer<typeof GeneratedWorkflow>;
