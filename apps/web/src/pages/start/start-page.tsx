import { useMutation, useQuery } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { templateQueries } from '@/api/queries/lists';
import { PageFrame } from '@/app/page-frame';
import { serverLanguage } from '@/i18n/languages';
import { startSession } from '@/sessions/start-session';
import { Button } from '@/ui/button';
import { ErrorState } from '@/ui/error-state';
import { Field } from '@/ui/field';
import { QueryView } from '@/ui/query-view';
import { Select } from '@/ui/select';
import { Textarea } from '@/ui/textarea';

/** A template, a document, what is wanted of it. */
export function StartPage() {
  const { t, i18n } = useTranslation('start');
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const [document, setDocument] = useState('');
  const [objective, setObjective] = useState('');
  const templates = useQuery(templateQueries.list());
  const template = search.get('template') ?? templates.data?.[0]?.template_uuid ?? null;
  const start = useMutation({
    mutationFn: startSession,
    onSuccess: ({ session_uuid }) => navigate(`/sessions/${session_uuid}`),
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (template === null) return;
    start.mutate({
      template_uuid: template,
      language: serverLanguage(i18n.language),
      input: { document_content: document, optimization_objective: objective },
    });
  };
  return (
    <PageFrame title={t('title')} lead={t('lead')} isNarrow>
      <form className="grid gap-6" onSubmit={submit}>
        <QueryView query={templates}>
          {(items) => (
            <Field
              label={t('template')}
              hint={items.find(({ template_uuid }) => template_uuid === template)?.description}
            >
              <Select
                value={template}
                options={items.map(({ template_uuid: value, name: label }) => ({ value, label }))}
                onChange={(uuid) => setSearch({ template: uuid }, { replace: true })}
              />
            </Field>
          )}
        </QueryView>
        <Field label={t('document')} hint={t('documentHint')}>
          <Textarea rows={12} required value={document} onChange={({ target }) => setDocument(target.value)} />
        </Field>
        <Field label={t('objective')} isOptional>
          <Textarea rows={3} value={objective} onChange={({ target }) => setObjective(target.value)} />
        </Field>
        {start.error !== null && <ErrorState error={start.error} />}
        <Button type="submit" look="primary" isBusy={start.isPending} className="justify-self-start">
          {t('start')}
        </Button>
      </form>
    </PageFrame>
  );
}
