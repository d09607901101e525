import type { OfferedModel } from '@council/contracts';
import { z } from 'zod';

const Count = z.int().positive().optional().catch(undefined);
const PerToken = z.coerce.number().min(0).optional().catch(undefined);
const Words = z.array(z.string()).optional().catch(undefined);
const Flag = z.boolean().optional().catch(undefined);

/** One entry of `/models`, with the fields by which different servers say more than OpenAI's. */
const Entry = z.object({
  id: z.string().min(1),
  context_length: Count, // OpenRouter
  context_window: Count, // Groq
  max_context_length: Count, // Mistral
  max_model_len: Count, // vLLM
  meta: z.object({ n_ctx_train: Count }).optional().catch(undefined), // llama.cpp
  pricing: z.object({ prompt: PerToken, completion: PerToken }).optional().catch(undefined),
  supported_parameters: Words,
  architecture: z.object({ input_modalities: Words }).optional().catch(undefined),
  capabilities: z.object({ function_calling: Flag, vision: Flag }).optional().catch(undefined),
});
type Entry = z.infer<typeof Entry>;
const ModelList = z.object({ data: z.array(z.unknown()) });

/** Google's list names its models with the kind of thing that they are. */
const GOOGLE_PREFIX = /^models\//;

/** What the provider says of its models, each once; null when that is no list. What it does not say stays unknown. */
export function readModelList(text: string): readonly OfferedModel[] | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  const list = ModelList.safeParse(json);
  if (!list.success) return null;
  const entries = list.data.data.flatMap((one) => Entry.safeParse(one).data ?? []);
  const models = entries.map((entry) => toOfferedModel(entry));
  return [...new Map(models.map((model) => [model.id, model])).values()];
}

function toOfferedModel(entry: Entry): OfferedModel {
  const window =
    entry.context_length ??
    entry.context_window ??
    entry.max_context_length ??
    entry.max_model_len ??
    entry.meta?.n_ctx_train;
  return {
    id: entry.id.replace(GOOGLE_PREFIX, ''),
    context_window: window ?? null,
    price: priceIn(entry),
    capabilities: capabilitiesIn(entry),
  };
}

/** USD a token; dearer digits than a double would invent are cut off. */
function priceIn({ pricing }: Entry): OfferedModel['price'] {
  if (pricing?.prompt === undefined || pricing.completion === undefined) return null;
  const per1k = (usd: number): number => Number((usd * 1_000).toPrecision(12));
  return { input_per_1k: per1k(pricing.prompt), output_per_1k: per1k(pricing.completion) };
}

function capabilitiesIn(entry: Entry): OfferedModel['capabilities'] {
  const { supported_parameters: parameters, architecture, capabilities } = entry;
  const inputs = architecture?.input_modalities;
  const found = {
    tools: parameters?.includes('tools') ?? capabilities?.function_calling ?? null,
    json_schema: parameters?.includes('structured_outputs') ?? null,
    vision: inputs?.includes('image') ?? capabilities?.vision ?? null,
    reasoning: parameters?.includes('reasoning') ?? null,
  };
  return Object.values(found).every((one) => one === null) ? 'unknown' : found;
}
