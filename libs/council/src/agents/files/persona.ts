import { AgentDraft, Language } from '@council/contracts';
import { z } from 'zod';
import type { AgentEntity } from '../agent.entity.js';

/** What a persona file says. `language` is that of its texts; unknown where the file does not tell. */
export const Persona = z.object({ ...AgentDraft.shape, language: Language.optional() });
export type Persona = z.infer<typeof Persona>;

type Columns = Pick<
  AgentEntity,
  'name' | 'avatar' | 'description' | 'persona_prompt' | 'model_config' | 'capabilities' | 'translations'
>;

/** As the columns of an agent's row. That its own texts are of a language is said by a translation that changes nothing. */
export function toColumns({ language, ...draft }: Persona): Columns {
  return { ...draft, translations: language === undefined ? null : { [language]: {} } };
}

/** What a file of this agent has to say. Translations that do change something stay behind. */
export function toPersona(row: Readonly<Columns>): Persona {
  const own = Object.entries(row.translations ?? {}).find(([, words]) => Object.keys(words).length === 0)?.[0];
  return {
    name: row.name,
    avatar: row.avatar,
    description: row.description,
    persona_prompt: row.persona_prompt,
    model_config: row.model_config,
    capabilities: row.capabilities,
    language: Language.optional().catch(undefined).parse(own),
  };
}
