import { z } from 'zod';
import { EXAMPLE_MODEL } from './example-provider.js';
import { label } from './text.js';

/** Ten thousand dollars a million tokens: beyond that a comma has slipped. */
const PER_1K_MAX = 10;
const per1k = z.number().min(0).max(PER_1K_MAX);
/** What a transform yields has no JSON schema of its own: the pipe's end describes it. */
const PROVIDER = label(64)
  .transform((value) => value.trim().toLowerCase())
  .pipe(z.string());
const MODEL = label(128)
  .transform((value) => value.trim())
  .pipe(z.string());

const MODEL_EXAMPLE = { provider: 'office', model: EXAMPLE_MODEL };
const PRICE_EXAMPLE = { ...MODEL_EXAMPLE, input_per_1k: 0.0002, output_per_1k: 0.0006 };
const ENTERED = {
  ...PRICE_EXAMPLE,
  input_per_1m: 0.2,
  output_per_1m: 0.6,
  currency: 'USD',
  source: 'user',
  context_window: null,
};
const LISTED = {
  provider: 'openai',
  model: 'gpt-4o',
  input_per_1k: 0.0025,
  output_per_1k: 0.01,
  input_per_1m: 2.5,
  output_per_1m: 10,
  currency: 'USD',
  source: 'list',
  context_window: 128_000,
};

export const PricingEntry = z
  .object({
    provider: z.string(),
    model: z.string(),
    /** USD per 1,000 tokens. */
    input_per_1k: z.number(),
    output_per_1k: z.number(),
    input_per_1m: z.number(),
    output_per_1m: z.number(),
    currency: z.literal('USD'),
    /** `user`: entered here, and wins over the list. */
    source: z.enum(['list', 'user']),
    context_window: z.int().nullable(),
  })
  .meta({ id: 'PricingEntry', example: ENTERED });
export type PricingEntry = z.infer<typeof PricingEntry>;

export const PricingList = z
  .object({ items: z.array(PricingEntry), unknown_is: z.literal('never guessed') })
  .meta({ id: 'PricingList', example: { items: [ENTERED, LISTED], unknown_is: 'never guessed' } });
export type PricingList = z.infer<typeof PricingList>;

export const ModelPrice = z
  .object({ provider: PROVIDER, model: MODEL, input_per_1k: per1k, output_per_1k: per1k })
  .meta({ id: 'ModelPrice', example: PRICE_EXAMPLE });
export type ModelPrice = z.infer<typeof ModelPrice>;

export const PricedModel = z
  .object({ provider: PROVIDER, model: MODEL })
  .meta({ id: 'PricedModel', example: MODEL_EXAMPLE });
export type PricedModel = z.infer<typeof PricedModel>;
