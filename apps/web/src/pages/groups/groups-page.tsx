import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { groupQueries } from '@/api/queries/lists';
import { PageFrame } from '@/app/page-frame';
import { Avatar } from '@/ui/avatar';
import { Card } from '@/ui/card';
import { CardGrid } from '@/ui/card-grid';
import { QueryView } from '@/ui/query-view';

export function GroupsPage() {
  const { t } = useTranslation('groups');
  const groups = useQuery(groupQueries.list());
  return (
    <PageFrame title={t('title')} lead={t('lead')}>
      <QueryView query={groups}>
        {(items) => (
          <CardGrid>
            {items.map((group) => (
              <li key={group.group_uuid}>
                <Card className="flex h-full gap-4">
                  <Avatar id={group.group_uuid} name={group.name} />
                  <div className="grid min-w-0 content-start gap-1">
                    <h2 className="font-serif text-lg font-semibold">{group.name}</h2>
                    <p className="text-sm text-soft">{t('members', { count: group.default_agent_uuids.length })}</p>
                  </div>
                </Card>
              </li>
            ))}
          </CardGrid>
        )}
      </QueryView>
    </PageFrame>
  );
}
