import { useQuery } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { templateQueries } from '@/api/queries/lists';
import { PageFrame } from '@/app/page-frame';
import { byRank } from '@/templates/by-rank';
import { Button } from '@/ui/button';
import { ErrorState } from '@/ui/error-state';
import { Field } from '@/ui/field';
import { QueryView } from '@/ui/query-view';
import { Textarea } from '@/ui/textarea';
import { CouncilFields } from './council-fields';
import { DocumentField } from './document-field';
import { EarlierNote } from './earlier-note';
import { EstimatePanel } from './estimate-panel';
import { issueAt } from './field-issues';
import { EMPTY_FORM, requestOf, type StartValues } from './start-form';
import { TemplateGallery } from './template-gallery';
import { refusalOf } from './text-file';
import { useEarlier } from './use-earlier';
import { useStart } from './use-start';

/** A template, a document, what is wanted of it, who sits there and what it may cost. */
export function StartPage() {
  const { t } = useTranslation('start');
  const [search, setSearch] = useSearchParams();
  const [typed, setTyped] = useState<StartValues | null>(null);
  const [isIncomplete, setIncomplete] = useState(false);
  const templates = useQuery({ ...templateQueries.list(), select: byRank });
  const from = search.get('from');
  const earlier = useEarlier(from);
  const values = typed ?? earlier.begun?.values ?? EMPTY_FORM;
  const same = templates.data?.find(({ graph }) => graph.workflow_uuid === earlier.begun?.workflow);
  const template = search.get('template') ?? (same ?? templates.data?.[0])?.template_uuid ?? null;
  const start = useStart();
  const change = (changed: Partial<StartValues>): void => {
    setIncomplete(false);
    setTyped((known) => ({ ...(known ?? values), ...changed }));
  };
  const request = requestOf(template, values);
  const submit = (event?: SubmitEvent): void => {
    event?.preventDefault();
    setIncomplete(request === null);
    if (request !== null && !start.isPending && refusalOf(values.document) === null) start.mutate(request);
  };
  return (
    <PageFrame title={t('title')} lead={t('lead')}>
      <form
        className="grid gap-8"
        noValidate
        onSubmit={submit}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
        }}
      >
        {from !== null && <EarlierNote earlier={earlier} hasTemplate={same !== undefined} />}
        <QueryView query={templates}>
          {(items) => (
            <TemplateGallery
              templates={items}
              chosen={template}
              onChoose={(uuid) => {
                change({ models: {} });
                setSearch(
                  { ...(from === null ? {} : { from }), template: uuid },
                  { replace: true, preventScrollReset: true },
                );
              }}
            />
          )}
        </QueryView>
        <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <div className="grid gap-6">
            <DocumentField
              text={values.document}
              error={isIncomplete ? t('nothingAsked') : issueAt(start.error, 'document')}
              onChange={(document) => change({ document })}
            />
            <Field label={t('objective')} isOptional error={issueAt(start.error, 'objective')}>
              <Textarea
                rows={3}
                value={values.objective}
                onChange={({ target }) => change({ objective: target.value })}
              />
            </Field>
          </div>
          <div className="grid gap-6">
            <CouncilFields
              values={values}
              graph={templates.data?.find(({ template_uuid }) => template_uuid === template)?.graph ?? null}
              error={start.error}
              onChange={change}
            />
            <EstimatePanel request={request === null ? null : JSON.stringify(request)} />
          </div>
        </div>
        {isIncomplete && (
          <p role="alert" className="text-bad">
            {t('nothingAsked')}
          </p>
        )}
        {start.error !== null && <ErrorState error={start.error} />}
        <Button type="submit" look="primary" isBusy={start.isPending} className="justify-self-start">
          {t('start')}
        </Button>
      </form>
    </PageFrame>
  );
}
