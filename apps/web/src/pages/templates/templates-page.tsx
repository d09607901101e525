import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { templateQueries } from '@/api/queries/lists';
import { PageFrame } from '@/app/page-frame';
import { byRank } from '@/templates/by-rank';
import { TemplateCard } from '@/templates/template-card';
import { useTemplateWords } from '@/templates/use-template-words';
import { Button } from '@/ui/button';
import { CardGrid } from '@/ui/card-grid';
import { QueryView } from '@/ui/query-view';

export function TemplatesPage() {
  const { t } = useTranslation('templates');
  const templates = useQuery({ ...templateQueries.list(), select: byRank });
  const wordsOf = useTemplateWords();
  return (
    <PageFrame title={t('title')} lead={t('lead')}>
      <QueryView query={templates}>
        {(items) => (
          <CardGrid>
            {items.map((template) => (
              <li key={template.template_uuid}>
                <TemplateCard
                  template={template}
                  action={
                    <Button asChild size="sm">
                      <Link
                        to={`/start?template=${template.template_uuid}`}
                        aria-label={t('startWith', { name: wordsOf(template).name })}
                      >
                        {t('start')}
                      </Link>
                    </Button>
                  }
                />
              </li>
            ))}
          </CardGrid>
        )}
      </QueryView>
    </PageFrame>
  );
}
