import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { sessionQueries } from '@/api/queries/sessions';
import { formatNames } from '@/i18n/format';

const NAMED = 5;

/** What goes with a group, its sessions by name, before it is deleted. */
export function GroupLosses({ uuid }: { readonly uuid: string }) {
  const { t, i18n } = useTranslation('groups');
  const sessions = useQuery(sessionQueries.list({ group_uuid: uuid, limit: NAMED })).data;
  const titles = (sessions?.items ?? []).map(({ title }) => title);
  return (
    <span className="grid gap-2">
      {titles.length > 0 && (
        <span>
          {t(sessions?.next_cursor === null ? 'deleteSessions' : 'deleteMore', {
            titles: formatNames(titles, i18n.language),
          })}
        </span>
      )}
      <span>{t('delete')}</span>
    </span>
  );
}
