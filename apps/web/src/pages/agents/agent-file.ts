import { AgentDraft, Capabilities, ModelConfig } from '@council/contracts';
import { z } from 'zod';
import type { Schemas } from '@/api/client';

/** What the server adds to an agent: an answer of the API that was kept as a file can be imported too. */
const OF_SERVER = new Set(['agent_uuid', 'model_state', 'created_at', 'updated_at']);

function withoutOfServer(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => !OF_SERVER.has(key)));
}

/** An agent as a file. A field that it does not know is refused: what is mistyped would be lost in silence. */
export const AgentFileDraft = z.preprocess(
  withoutOfServer,
  AgentDraft.safeExtend({
    model_config: ModelConfig.strict(),
    capabilities: Capabilities.strict().prefault({}),
  }).strict(),
);

/** The part of an agent that is a person's to write. */
export function draftOf(agent: Schemas['Agent']): AgentDraft {
  const { name, avatar, description, persona_prompt, model_config, capabilities } = agent;
  return { name, avatar, description, persona_prompt, model_config, capabilities };
}
