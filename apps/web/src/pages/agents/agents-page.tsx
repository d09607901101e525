import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { agentQueries } from '@/api/queries/lists';
import { PageFrame } from '@/app/page-frame';
import { Avatar } from '@/ui/avatar';
import { Card } from '@/ui/card';
import { CardGrid } from '@/ui/card-grid';
import { QueryView } from '@/ui/query-view';

export function AgentsPage() {
  const { t } = useTranslation('agents');
  const agents = useQuery(agentQueries.list());
  return (
    <PageFrame title={t('title')} lead={t('lead')}>
      <QueryView query={agents}>
        {(items) => (
          <CardGrid>
            {items.map((agent) => (
              <li key={agent.agent_uuid}>
                <Card className="flex h-full gap-4">
                  <Avatar id={agent.agent_uuid} name={agent.name} />
                  <div className="grid min-w-0 content-start gap-1">
                    <h2 className="font-serif text-lg font-semibold">{agent.name}</h2>
                    <p className="truncate font-mono text-xs text-soft">{agent.model_config.model}</p>
                    <p className="line-clamp-3 text-sm text-soft">{agent.description}</p>
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
