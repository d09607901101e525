import type { AgentDraft } from '@council/contracts';
import type { StartRequest } from '@/sessions/start-session';

export interface Trial {
  readonly question: string;
  readonly text: string;
}

type Speaker = Pick<AgentDraft, 'persona_prompt' | 'model_config'>;

/** What a `llm` node takes as its instructions. */
export const PERSONA_MAX = 20_000;
/** What is reserved for an answer without a limit of its own. */
const ANSWER_TOKENS = 8_192;
const SPARE_TOKENS = 6_000;
const CHARACTERS_A_TOKEN = 2;
const TITLE_MAX = 200;

/** What one turn may use at most: what is read, one answer, and some room for a second try at it. */
export function tokensOf({ persona_prompt: persona, model_config: model }: Speaker, trial: Trial): number {
  const read = (persona.length + trial.question.length + trial.text.length) / CHARACTERS_A_TOKEN;
  return Math.ceil((read + (model.max_tokens ?? ANSWER_TOKENS) + SPARE_TOKENS) / 1_000) * 1_000;
}

/**
 * One turn as a session: start, one who speaks, end. A kept agent speaks as itself; one that was changed and not saved
 * speaks through a node that carries persona and model.
 */
export function testTurn(speaker: Speaker, keptAgent: string | null, trial: Trial): StartRequest {
  const { question, text } = trial;
  const { provider, model, temperature, max_tokens } = speaker.model_config;
  const seat =
    keptAgent === null
      ? {
          type: 'llm',
          properties: {
            prompt: question,
            system_prompt: speaker.persona_prompt,
            provider,
            model,
            ...(temperature === undefined ? {} : { temperature }),
            ...(max_tokens === undefined ? {} : { max_tokens }),
          },
        }
      : { type: 'agent', properties: { agent_uuid: keptAgent } };
  return {
    title: question.slice(0, TITLE_MAX),
    graph: {
      workflow_uuid: '',
      name: '',
      description: '',
      start_node_id: 'start',
      nodes: {
        start: { node_id: 'start', type: 'start', name: '', next_ids: ['seat'] },
        seat: { node_id: 'seat', name: '', next_ids: ['end'], ...seat },
        end: { node_id: 'end', type: 'end', name: '', next_ids: [] },
      },
    },
    input: { document_content: text, optimization_objective: question },
    budget: { tokens: tokensOf(speaker, trial) },
  };
}
