import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { templateQueries } from '@/api/queries/lists';
import { PageFrame } from '@/app/page-frame';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { CardGrid } from '@/ui/card-grid';
import { QueryView } from '@/ui/query-view';

export function TemplatesPage() {
  const { t } = useTranslation('templates');
  const templates = useQuery(templateQueries.list());
  return (
    <PageFrame title={t('title')} lead={t('lead')}>
      <QueryView query={templates}>
        {(items) => (
          <CardGrid>
            {items.map((template) => (
              <li key={template.template_uuid}>
                <Card className="grid h-full content-between gap-4">
                  <div className="grid gap-2">
                    <h2 className="font-serif text-lg font-semibold">{template.name}</h2>
                    <p className="text-sm text-soft">{template.description}</p>
                  </div>
                  <div className="flex items-center justify-between gap-3">
                    <Badge>{t(`complexity.${template.complexity}`)}</Badge>
                    <Button asChild size="sm">
                      <Link
                        to={`/start?template=${template.template_uuid}`}
                        aria-label={t('startWith', { name: template.name })}
                      >
                        {t('start')}
                      </Link>
                    </Button>
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
