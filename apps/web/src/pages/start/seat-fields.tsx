import { useQuery } from '@tanstack/react-query';
import { memo, useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Schemas } from '@/api/client';
import { agentQueries } from '@/api/queries/lists';
import { healthQueries } from '@/api/queries/health';
import { providerQueries } from '@/api/queries/providers';
import { useWords } from '@/library/use-words';
import { LocalOffer } from './local-offer';
import { SeatRow } from './seat-row';
import { seatedIn } from './seated-in';
import type { StartValues } from './start-form';

interface SeatFieldsProps {
  readonly graph: Schemas['GraphDefinition'];
  readonly values: Pick<StartValues, 'members' | 'models'>;
  readonly onChange: (changed: Partial<StartValues>) => void;
}

/** Who sits in this council, and with which model each speaks: for this session, who and what is chosen here. */
export function SeatFields(props: SeatFieldsProps) {
  // What the server says of them comes in three answers, each drawn in small pieces between which the page answers.
  const agents = useDeferredValue(useQuery(agentQueries.list()).data);
  const providers = useDeferredValue(useQuery(providerQueries.list()).data?.providers ?? NONE);
  // A model may be set where no list of vendors shows it (LLM_PROVIDER=custom): the server knows.
  const isRehearsal = useDeferredValue(useQuery(healthQueries.report()).data?.details['models']?.status === 'degraded');
  return agents !== undefined && <Seats {...props} {...{ agents, providers, isRehearsal }} />;
}

const NONE: readonly Schemas['Provider'][] = [];

interface SeatsProps extends SeatFieldsProps {
  readonly agents: readonly Schemas['Agent'][];
  readonly providers: readonly Schemas['Provider'][];
  readonly isRehearsal: boolean;
}

const Seats = memo(function Seats({ graph, values, onChange, isRehearsal, providers, ...props }: SeatsProps) {
  const { t } = useTranslation('start');
  const wordsOf = useWords();
  const agents = props.agents.map(wordsOf);
  const callable = providers.filter(({ is_configured }) => is_configured);
  const models = callable.flatMap(({ provider_id: id, name, models: known }) =>
    known.map((model) => ({ value: `${id}/${model}`, label: `${name} · ${model}` })),
  );
  const seats = seatedIn(graph);
  if (seats.length === 0) return null;
  const sitting = seats.map((uuid) => values.members[uuid] ?? uuid);
  // Of those who were given no other model. While it is not known who can be called, nothing is said of keys.
  const wanted = agents.filter((agent) => sitting.includes(agent.agent_uuid) && !(agent.agent_uuid in values.models));
  const mute = new Set(wanted.map(({ model_config }) => model_config.provider));
  for (const { provider_id: id } of callable) mute.delete(id);
  const missing = isRehearsal || providers.length === 0 ? [] : [...mute];
  const nameOf = (id: string): string => providers.find(({ provider_id }) => provider_id === id)?.name ?? id;
  return (
    <fieldset className="grid min-w-0 gap-4">
      <legend className="mb-3 font-serif text-xl font-semibold">{t('members')}</legend>
      {(isRehearsal || missing.length > 0) && (
        <p className="text-sm text-soft">
          {isRehearsal ? t('noKey') : t('keysMissing', { names: missing.map(nameOf).join(', ') })}{' '}
          <Link to="/settings" className="link">
            {t('toSettings')}
          </Link>
        </p>
      )}
      <LocalOffer
        configured={callable.map(({ provider_id }) => provider_id)}
        onTake={(model) => onChange({ models: Object.fromEntries(sitting.map((uuid) => [uuid, model])) })}
      />
      {seats.map((uuid) => (
        <SeatRow
          key={uuid}
          seat={uuid}
          agents={agents}
          offered={models}
          missing={missing}
          values={values}
          onChange={onChange}
        />
      ))}
    </fieldset>
  );
});
