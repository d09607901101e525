import { SessionStatus } from '@council/contracts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { groupQueries, templateQueries, workflowQueries } from '@/api/queries/lists';
import { useWords } from '@/library/use-words';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Select } from '@/ui/select';
import { filterOf, withFilter } from './session-filter';

const ALL = 'all';

/** What the list is narrowed down to; it stands in the address, so that it can be kept and passed on. */
export function SessionFilters() {
  const { t } = useTranslation(['sessions', 'common']);
  const [search, setSearch] = useSearchParams();
  const wordsOf = useWords();
  const groups = useQuery(groupQueries.list()).data;
  const templates = useQuery(templateQueries.list()).data;
  const workflows = useQuery(workflowQueries.list()).data;
  const shipped = (templates ?? []).map((one) => ({ value: one.graph.workflow_uuid ?? '', label: wordsOf(one).name }));
  const names = new Map((workflows ?? []).map((one) => [one.workflow_uuid, one.name]));
  // A template that was run is kept as a workflow too: its own name is the better one.
  for (const { value, label } of shipped) if (value !== '') names.set(value, label);
  const isKnown = groups !== undefined && templates !== undefined && workflows !== undefined;
  const status = filterOf(search).status ?? ALL;
  const filters = [
    {
      name: 'status',
      options: SessionStatus.options.map((value) => ({ value, label: t(`common:status.${value}`) })),
    },
    { name: 'group', options: (groups ?? []).map((one) => ({ value: one.group_uuid, label: wordsOf(one).name })) },
    { name: 'workflow', options: [...names].map(([value, label]) => ({ value, label })) },
  ] as const;
  return (
    <search className="grid grid-cols-2 gap-4 max-lg:*:last:col-span-full lg:grid-cols-[2fr_1fr_1fr_1fr]">
      <div className="col-span-full lg:col-span-1">
        <Field label={t('common:action.search')}>
          <Input
            type="search"
            value={search.get('q') ?? ''}
            onChange={({ target }) => setSearch(withFilter(search, 'q', target.value), { replace: true })}
          />
        </Field>
      </div>
      {filters.map(({ name, options }) => (
        <Field key={name} label={t(`filter.${name}`)}>
          <Select
            value={name === 'status' ? status : (search.get(name) ?? ALL)}
            // Addresses are kept and passed on: what they name may be gone, or never have been.
            placeholder={isKnown ? t('common:unknown') : undefined}
            options={[{ value: ALL, label: t('filter.all') }, ...options]}
            onChange={(value) => setSearch(withFilter(search, name, value === ALL ? '' : value), { replace: true })}
          />
        </Field>
      ))}
    </search>
  );
}
