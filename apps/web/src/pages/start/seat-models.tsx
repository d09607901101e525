import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Schemas } from '@/api/client';
import { agentQueries } from '@/api/queries/lists';
import { providerQueries } from '@/api/queries/providers';
import { Field } from '@/ui/field';
import { Select } from '@/ui/select';

interface SeatModelsProps {
  readonly graph: Schemas['GraphDefinition'];
  readonly models: Readonly<Record<string, string>>;
  readonly onChange: (models: Readonly<Record<string, string>>) => void;
}

const OWN = 'own';

/** Who sits in this council, and with which model each speaks: its own, or another for this session. */
export function SeatModels({ graph, models, onChange }: SeatModelsProps) {
  const { t } = useTranslation('start');
  const agents = useQuery(agentQueries.list()).data ?? [];
  const providers = useQuery(providerQueries.list()).data?.providers ?? [];
  const seated = new Set(Object.values(graph.nodes).map(({ properties }) => properties?.['agent_uuid']));
  const members = agents.filter(({ agent_uuid }) => seated.has(agent_uuid));
  const callable = providers.filter(({ is_configured }) => is_configured);
  const offered = callable.flatMap(({ provider_id: id, name, models: known }) =>
    known.map((model) => ({ value: `${id}/${model}`, label: `${name} · ${model}` })),
  );
  if (members.length === 0) return null;
  return (
    <fieldset className="grid min-w-0 gap-4">
      <legend className="mb-3 font-serif text-xl font-semibold">{t('members')}</legend>
      {callable.length === 0 && (
        <p className="text-sm text-soft">
          {t('noKey')} <Link to="/settings">{t('toSettings')}</Link>
        </p>
      )}
      {members.map(({ agent_uuid: uuid, name, model_config: own }) => (
        <Field key={uuid} label={name}>
          <Select
            value={models[uuid] ?? OWN}
            isDisabled={offered.length === 0}
            options={[{ value: OWN, label: t('ownModel', own) }, ...offered]}
            onChange={(chosen) => {
              const { [uuid]: _previous, ...others } = models;
              onChange(chosen === OWN ? others : { ...others, [uuid]: chosen });
            }}
          />
        </Field>
      ))}
    </fieldset>
  );
}
