import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { templateQueries } from '@/api/queries/lists';
import { ImportFile } from '@/library/import-file';
import { LibraryPage } from '@/library/library-page';
import { useWords } from '@/library/use-words';
import { byRank } from '@/templates/by-rank';
import { TemplateCard } from '@/templates/template-card';
import { useTagWords } from '@/templates/use-tag-words';
import { Button } from '@/ui/button';
import { TemplateFileDraft } from './template-file';
import { TemplateMenu } from './template-menu';
import { importTemplate } from './template-requests';

export function TemplatesPage() {
  const { t } = useTranslation('templates');
  const navigate = useNavigate();
  const wordsOf = useWords();
  const tagOf = useTagWords();
  return (
    <LibraryPage
      title={t('title')}
      lead={t('lead')}
      searchLabel={t('search')}
      query={useQuery({ ...templateQueries.list(), select: byRank })}
      keyOf={({ template_uuid }) => template_uuid}
      textsOf={(template) => {
        const { name, description } = wordsOf(template);
        return [name, description, t(`categories.${template.category}`), ...template.tags.map(tagOf)];
      }}
      card={(template, onError) => (
        <TemplateCard
          template={template}
          path={`/templates/${template.template_uuid}`}
          action={
            <span className="flex items-center gap-1">
              <TemplateMenu template={template} onError={onError} />
              <Button asChild size="sm">
                <Link
                  to={`/start?template=${template.template_uuid}`}
                  aria-label={t('startWith', { name: wordsOf(template).name })}
                >
                  {t('start')}
                </Link>
              </Button>
            </span>
          }
        />
      )}
      importing={(onRefused) => (
        <ImportFile
          schema={TemplateFileDraft}
          create={importTemplate}
          onMade={({ template_uuid }) => navigate(`/templates/${template_uuid}`)}
          onRefused={onRefused}
        />
      )}
      none={{ title: t('none'), text: t('noneText') }}
    />
  );
}
