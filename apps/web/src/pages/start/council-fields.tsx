import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { groupQueries } from '@/api/queries/lists';
import { useWords } from '@/library/use-words';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Select } from '@/ui/select';
import { SeatFields } from './seat-fields';
import { seatsOf } from './seated-in';
import { isCap, type StartValues } from './start-form';
import { useIssuesAt } from './use-issues-at';

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
  const wordsOf = useWords();
  const issueAt = useIssuesAt(error);
  /** Its members come with it; each seat can still be given to somebody else. */
  const chooseGroup = (chosen: string): void => {
    const group = groups.find(({ group_uuid }) => group_uuid === chosen);
    onChange({ group: group?.group_uuid ?? null, members: seatsOf(graph, group), models: {} });
  };
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
              ...groups.map(wordsOf).map(({ group_uuid: value, name: label }) => ({ value, label })),
            ]}
            onChange={chooseGroup}
          />
        </Field>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('budgetUsd')} isOptional error={isCap(values.usd) ? issueAt('usd') : t('capTooSmall')}>
          <Input
            type="number"
            min={0}
            step="any"
            value={values.usd}
            onChange={({ target }) => onChange({ usd: target.value })}
          />
        </Field>
        <Field label={t('budgetTokens')} isOptional error={isCap(values.tokens) ? issueAt('tokens') : t('capTooSmall')}>
          <Input
            type="number"
            min={1}
            step={1}
            value={values.tokens}
            onChange={({ target }) => onChange({ tokens: target.value })}
          />
        </Field>
      </div>
      {graph !== null && <SeatFields graph={graph} values={values} onChange={onChange} />}
    </>
  );
}

const NO_GROUP = 'none';
