import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { Schemas } from '@/api/client';
import { templateQueries } from '@/api/queries/lists';
import { PageFrame } from '@/app/page-frame';
import { PageQuery } from '@/app/page-query';
import { Panel } from '@/app/panel';
import { useWords } from '@/library/use-words';
import { GraphPreview } from '@/templates/graph-preview';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { ErrorState } from '@/ui/error-state';
import { TemplateFacts } from './template-facts';
import { TemplateForm } from './template-form';
import { TemplateMenu } from './template-menu';
import { TemplateSteps } from './template-steps';

export function TemplatePage() {
  const { templateUuid = '' } = useParams();
  const { t } = useTranslation('templates');
  const template = useQuery(templateQueries.one(templateUuid));
  if (template.data !== undefined) return <Known key={templateUuid} template={template.data} />;
  return <PageQuery title={t('one')} query={template} />;
}

function Known({ template }: { readonly template: Schemas['Template'] }) {
  const { t } = useTranslation('templates');
  const [refused, setRefused] = useState<Error | null>(null);
  const { name, description, graph } = useWords()(template);
  const actions = (
    <div className="flex items-center gap-2">
      <TemplateMenu template={template} onError={setRefused} />
      <Button asChild look="primary">
        <Link to={`/start?template=${template.template_uuid}`}>{t('startHere')}</Link>
      </Button>
    </div>
  );
  return (
    <PageFrame title={name} actions={actions} {...(description === '' ? {} : { lead: description })}>
      {refused !== null && <ErrorState error={refused} />}
      <TemplateFacts template={template} />
      <Panel title={t('way')}>
        <Card>
          <GraphPreview graph={template.graph} isLarge />
        </Card>
      </Panel>
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <TemplateSteps graph={graph} />
        {template.is_system ? (
          <Panel title={t('about')}>
            <p className="text-soft">{t('systemNote')}</p>
          </Panel>
        ) : (
          <TemplateForm template={template} />
        )}
      </div>
    </PageFrame>
  );
}
