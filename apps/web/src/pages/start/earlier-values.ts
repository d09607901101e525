import type { SessionCreated } from '@council/contracts';
import type { Schemas } from '@/api/client';
import type { StartValues } from './start-form';

type Beginning = Pick<SessionCreated, 'document' | 'objective' | 'language' | 'group' | 'budget' | 'seats'>;
type KnownAgent = Pick<Schemas['Agent'], 'agent_uuid' | 'model_config'>;

/** The form as it stood for an earlier session. Other models than the agents' own are kept where they can still be called. */
export function earlierValues(
  { document, objective, language, group, budget, seats }: Beginning,
  agents: readonly KnownAgent[],
  callable: readonly string[],
): StartValues {
  const own = new Map(
    agents.map(({ agent_uuid, model_config: { provider, model } }) => [agent_uuid, `${provider}/${model}`]),
  );
  const models = seats.flatMap(({ agent, wanted: { provider, model } }): [string, string][] => {
    const wanted = `${provider}/${model}`;
    const isOther = agent !== null && own.has(agent.agent_uuid) && own.get(agent.agent_uuid) !== wanted;
    return isOther && callable.includes(provider) ? [[agent.agent_uuid, wanted]] : [];
  });
  return {
    document: document ?? '',
    objective,
    language,
    group: group?.group_uuid ?? null,
    usd: budget?.usd === undefined ? '' : String(budget.usd),
    tokens: budget?.tokens === undefined ? '' : String(budget.tokens),
    models: Object.fromEntries(models),
  };
}
