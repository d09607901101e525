import { AUDIT_KINDS } from '@council/contracts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { accessQueries } from '@/api/queries/access';
import { DateField } from '@/ui/date-field';
import { Field } from '@/ui/field';
import { Select } from '@/ui/select';
import { KIND_WORDS, whoWords } from './entry-words';
import { type TrailFilterName, trailFilterOf, withTrailFilter } from './trail-filter';

const ALL = '*';
const NO_USERS = ['stranger', 'token', 'system'];

/** What the trail is narrowed down to; it stands in the address, so that it can be kept and passed on. */
export function TrailFilters() {
  const { t } = useTranslation('audit');
  const [search, setSearch] = useSearchParams();
  const users = useQuery(accessQueries.users()).data ?? [];
  const names = new Set([...users.map(({ name }) => name), ...NO_USERS]);
  const filter = trailFilterOf(search);
  const who = filter.who ?? '';
  // Who came by an address of somebody else's: it may name whom nobody knows here.
  if (who !== '') names.add(who);
  const choose = (name: TrailFilterName, value: string): void => {
    setSearch(withTrailFilter(search, name, value === ALL ? '' : value), { replace: true });
  };
  const choices = [
    { name: 'who', options: [...names].map((value) => ({ value, label: whoWords(t, value) })) },
    { name: 'what', options: AUDIT_KINDS.map((value) => ({ value, label: t(KIND_WORDS[value]) })) },
  ] as const;
  return (
    <search className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
      {choices.map(({ name, options }) => (
        <Field key={name} label={t(`filter.${name}`)}>
          <Select<string>
            value={filter[name] ?? ALL}
            options={[{ value: ALL, label: t('filter.all') }, ...options]}
            onChange={(value) => choose(name, value)}
          />
        </Field>
      ))}
      {(['from', 'to'] as const).map((name) => (
        <DateField
          key={name}
          label={t(`filter.${name}`)}
          value={search.get(name) ?? ''}
          onChange={(day) => choose(name, day)}
        />
      ))}
    </search>
  );
}
