import { GROUP_LEVELS, type GroupLevel, GroupPersonDraft } from '@council/contracts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, call } from '@/api/client';
import { accessQueries } from '@/api/queries/access';
import { Panel } from '@/app/panel';
import { Button } from '@/ui/button';
import { ErrorState } from '@/ui/error-state';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { QueryView } from '@/ui/query-view';
import { Select } from '@/ui/select';
import { useSchemaForm } from '@/ui/use-schema-form';

/** Who belongs to the group. Nothing where nobody signs in. */
export function PeoplePanel({ groupUuid }: { readonly groupUuid: string }) {
  const { t } = useTranslation('access');
  const hasUsers = useQuery(accessQueries.me()).data?.mode === 'users';
  const people = useQuery({ ...accessQueries.people(groupUuid), enabled: hasUsers });
  const params = { path: { id: groupUuid } };
  const form = useSchemaForm(GroupPersonDraft, { name: '', level: 'member' });
  const put = useMutation({
    mutationFn: (body: GroupPersonDraft) => call(api.PUT('/api/v1/groups/{id}/people', { params, body })),
    onSuccess: () => form.reset(),
  });
  const remove = useMutation({
    mutationFn: (userUuid: string) =>
      call(
        api.DELETE('/api/v1/groups/{id}/people/{user_uuid}', {
          params: { path: { id: groupUuid, user_uuid: userUuid } },
        }),
      ),
  });
  if (!hasUsers) return null;
  const levels = GROUP_LEVELS.map((value) => ({ value, label: t(`level.${value}`) }));
  const error = put.error ?? remove.error;
  return (
    <Panel title={t('people.title')}>
      <QueryView query={people}>
        {(found) => (
          <ul className="grid divide-y divide-line">
            {found.map(({ user_uuid: id, name, level }) => (
              <li key={id} className="flex flex-wrap items-center gap-2 py-1.5">
                <span className="min-w-0 grow font-medium break-words">{name}</span>
                <Select
                  writes
                  label={t('people.levelOf', { name })}
                  value={level}
                  options={levels}
                  onChange={(next: GroupLevel) => put.mutate({ name, level: next })}
                />
                <Button
                  writes
                  size="sm"
                  look="quiet"
                  aria-label={t('people.removeOf', { name })}
                  onClick={() => remove.mutate(id)}
                >
                  {t('people.remove')}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </QueryView>
      {error !== null && <ErrorState error={error} />}
      <form
        noValidate
        className="flex flex-wrap items-end gap-2"
        onSubmit={form.handleSubmit((values) => put.mutate(values))}
      >
        <Field label={t('people.name')} error={form.formState.errors.name?.message}>
          <Input autoComplete="off" {...form.register('name')} />
        </Field>
        <Button type="submit" writes isBusy={put.isPending}>
          {t('people.add')}
        </Button>
      </form>
    </Panel>
  );
}
