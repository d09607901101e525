import { z } from 'zod';
import { EXAMPLE_IDS } from './example-ids.js';
import { label, text, Timestamp, Uuid } from './text.js';
import { translations } from './translations.js';

/** How an agent's model is called. Sampling settings that are absent are not sent: the provider's default holds. */
export const ModelConfig = z.object({
  provider: label(64),
  model: label(128),
  temperature: z.number().min(0).max(2).optional(),
  top_p: z.number().gt(0).max(1).optional(),
  max_tokens: z.int().min(1).max(1_000_000).optional(),
});
export type ModelConfig = z.infer<typeof ModelConfig>;

export const Capabilities = z.object({
  web_search: z.boolean().default(false),
  search_provider: text(64).default(''),
  code_execution: z.boolean().default(false),
});
export type Capabilities = z.infer<typeof Capabilities>;

const EXAMPLE = {
  name: 'Shop Owner',
  avatar: '🏪',
  description: 'Speaks for the shops that call on Saturdays.',
  persona_prompt:
    'You run a shop that is open on Saturdays. Say of each proposal what it does to your week, in money, and which line says so.',
  model_config: { provider: 'deepseek', model: 'deepseek-chat', temperature: 0.5, max_tokens: 4_096 },
  capabilities: { web_search: false, search_provider: '', code_execution: false },
};

export const AgentDraft = z
  .object({
    name: label(64),
    avatar: text(256)
      .nullish()
      .transform((value) => value ?? null),
    description: text(512)
      .nullish()
      .transform((value) => value ?? null),
    persona_prompt: label(100_000),
    model_config: ModelConfig,
    capabilities: Capabilities.prefault({}),
  })
  .meta({ id: 'AgentDraft', example: EXAMPLE });
export type AgentDraft = z.infer<typeof AgentDraft>;

/** Whether the last list that the provider gave of its models holds an agent's model. */
export const ModelState = z.enum(['unknown', 'listed', 'vanished']);
export type ModelState = z.infer<typeof ModelState>;

/** The persona in other languages is told to models alone. */
export const AgentTranslations = translations({ name: z.string().optional(), description: z.string().optional() });
export type AgentTranslations = z.infer<typeof AgentTranslations>;

export const Agent = z
  .object({
    agent_uuid: Uuid,
    name: z.string(),
    avatar: z.string().nullable(),
    description: z.string().nullable(),
    persona_prompt: z.string(),
    model_config: ModelConfig,
    capabilities: Capabilities,
    /** A model that vanished from its provider's list is flagged, never changed. */
    model_state: ModelState,
    translations: AgentTranslations,
    created_at: Timestamp,
    updated_at: Timestamp,
  })
  .meta({
    id: 'Agent',
    example: {
      agent_uuid: EXAMPLE_IDS.shopOwner,
      ...EXAMPLE,
      model_state: 'listed',
      translations: { zh: { name: '店主', description: '为每逢周六打来电话的商铺发言。' } },
      created_at: '2026-11-23T16:20:00.000Z',
      updated_at: '2026-11-23T16:20:00.000Z',
    },
  });
export type Agent = z.infer<typeof Agent>;

/** What a copy of an agent is called; without a name it is the original's with " (copy)". */
export const AgentCopy = z
  .object({ name: label(64).optional() })
  .prefault({})
  .meta({ id: 'AgentCopy', example: { name: 'Shop Owner in a small town' } });
export type AgentCopy = z.infer<typeof AgentCopy>;

/** A file of the prompts folder and what has become of it. `code` is for programs, `problem` names the file's lines. */
const AgentFile = z.object({
  file: z.string(),
  agent_uuid: Uuid.nullable(),
  state: z.enum(['registered', 'edited', 'invalid']),
  code: z.string().nullable(),
  problem: z.string().nullable(),
});
export type AgentFile = z.infer<typeof AgentFile>;

export const AgentFiles = z.object({ items: z.array(AgentFile) }).meta({
  id: 'AgentFiles',
  example: {
    items: [
      { file: 'shop-owner.md', agent_uuid: EXAMPLE_IDS.shopOwner, state: 'registered', code: null, problem: null },
      {
        file: 'night-shift.md',
        agent_uuid: null,
        state: 'invalid',
        code: 'AGENT.FILE_INVALID',
        problem: 'night-shift.md:3: there is no setting "temperament"',
      },
    ],
  },
});
export type AgentFiles = z.infer<typeof AgentFiles>;
