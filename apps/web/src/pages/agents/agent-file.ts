import { AgentDraft, Capabilities, ModelConfig } from '@council/contracts';
import { z } from 'zod';
import type { Schemas } from '@/api/client';
import { withoutKeys } from '@/library/without-keys';

/** An agent as a file. A field that it does not know is refused: what is mistyped would be lost in silence. */
export const AgentFileDraft = z.preprocess(
  withoutKeys('agent_uuid', 'model_state', 'translations', 'created_at', 'updated_at'),
  AgentDraft.safeExtend({
    model_config: ModelConfig.strict(),
    capabilities: Capabilities.strict().prefault({}),
  }).strict(),
);

/** A form that has a field for it knows the difference between a setting that is absent and one that is not there. */
export const UNSET = { temperature: undefined, top_p: undefined, max_tokens: undefined };

/** The part of an agent that is a person's to write. */
export function draftOf(agent: Schemas['Agent']): AgentDraft {
  const { name, avatar, description, persona_prompt, model_config, capabilities } = agent;
  return { name, avatar, description, persona_prompt, model_config: { ...UNSET, ...model_config }, capabilities };
}
