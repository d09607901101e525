import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { groupQueries } from '@/api/queries/lists';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Select } from '@/ui/select';
import { issueAt } from './field-issues';
import { SeatModels } from './seat-models';
import type { StartValues } from './start-form';

interface CouncilFieldsProps {
  readonly values: StartValues;
  readonly graph: Schemas['GraphDefinition'] | null;
  readonly error: Error | null;
  readonly onChange: (changed: Partial<StartValues>) => void;
}

/** In which language, for which group, with which models, and up to which price. */
export function CouncilFields({ values, graph, error, onChange }: CouncilFieldsProps) {
  const { t } = useTranslation('start');
  const groups = useQuery(groupQueries.list()).data ?? [];
  return (
    <>
      <Field label={t('language')}>
        <Select
          value={values.language}
          options={(['auto', 'en', 'zh'] as const).map((value) => ({ value, label: t(`languages.${value}`) }))}
          onChange={(language) => onChange({ language })}
        />
      </Field>
      {groups.length > 0 && (
        <Field label={t('group')} isOptional>
          <Select
            value={values.group ?? NO_GROUP}
            options={[
              { value: NO_GROUP, label: t('noGroup') },
              ...groups.map(({ group_uuid: value, name: label }) => ({ value, label })),
            ]}
            onChange={(group) => onChange({ group: group === NO_GROUP ? null : group })}
          />
        </Field>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('budgetUsd')} isOptional error={issueAt(error, 'budget')}>
          <Input
            type="number"
            min={0}
            step="any"
            value={values.usd}
            onChange={({ target }) => onChange({ usd: target.value })}
          />
        </Field>
        <Field label={t('budgetTokens')} isOptional>
          <Input
            type="number"
            min={1}
            step={1}
            value={values.tokens}
            onChange={({ target }) => onChange({ tokens: target.value })}
          />
        </Field>
      </div>
      {graph !== null && (
        <SeatModels graph={graph} models={values.models} onChange={(models) => onChange({ models })} />
      )}
    </>
  );
}

const NO_GROUP = 'none';
