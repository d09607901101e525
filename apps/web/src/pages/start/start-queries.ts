import type { EventOf, LogEvent } from '@council/contracts';
import { queryOptions } from '@tanstack/react-query';
import { api, call } from '@/api/client';
import { type Attachment, EMPTY_FORM, type StartValues } from './start-form';

type Created = EventOf<'session:created'>['data'];

export interface StartAgain {
  readonly title: string;
  readonly graph: Created['graph'];
  readonly values: StartValues;
}

export const startQueries = {
  /** What a session began with, as the form has it: to hold it again with something changed. */
  again: (sessionUuid: string, context: string) =>
    queryOptions({
      queryKey: ['start-again', sessionUuid],
      queryFn: async ({ signal }): Promise<StartAgain> => {
        const params = { path: { id: sessionUuid }, query: { since: 0, limit: 1 } };
        const [page, agents] = await Promise.all([
          call(api.GET('/api/v1/sessions/{id}/events', { params, signal })),
          call(api.GET('/api/v1/agents', { signal })),
        ]);
        const [first] = page.events as unknown as readonly LogEvent[];
        if (first?.event !== 'session:created') throw new Error('the log does not begin with what was asked');
        const models = modelsOf(first.data, new Map(agents.map((agent) => [agent.agent_uuid, agent.model_config])));
        const attachments: Attachment[] =
          first.data.context == null ? [] : [{ name: context, content: first.data.context }];
        return { title: first.data.title, graph: first.data.graph, values: valuesOf(first.data, attachments, models) };
      },
      // What it began with does not change.
      staleTime: Infinity,
    }),
};

function valuesOf(created: Created, attachments: readonly Attachment[], models: StartValues['models']): StartValues {
  return {
    ...EMPTY_FORM,
    document: created.document ?? '',
    attachments,
    objective: created.objective,
    language: created.language,
    group: created.group?.group_uuid ?? null,
    usd: String(created.budget?.usd ?? ''),
    tokens: String(created.budget?.tokens ?? ''),
    models,
  };
}

/** Those who were given another model than their own. */
function modelsOf(
  { seats }: Created,
  own: ReadonlyMap<string, { readonly provider: string; readonly model: string }>,
): StartValues['models'] {
  return Object.fromEntries(
    seats.flatMap(({ agent, wanted }) => {
      const known = agent === null ? undefined : own.get(agent.agent_uuid);
      if (agent === null || known === undefined) return [];
      const isOwn = known.provider === wanted.provider && known.model === wanted.model;
      return isOwn ? [] : [[agent.agent_uuid, `${wanted.provider}/${wanted.model}`]];
    }),
  );
}
