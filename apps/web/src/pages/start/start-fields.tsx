import { type ReactNode, type SubmitEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Schemas } from '@/api/client';
import { useWhyNot } from '@/api/use-why-not';
import { useStartSession } from '@/sessions/use-start-session';
import { Button } from '@/ui/button';
import { ErrorState } from '@/ui/error-state';
import { Field } from '@/ui/field';
import { Textarea } from '@/ui/textarea';
import { CouncilFields } from './council-fields';
import { DocumentField } from './document-field';
import { EstimatePanel } from './estimate-panel';
import { issueAt } from './field-issues';
import { requestOf, type StartSource, type StartValues } from './start-form';
import { refusalOf } from './text-file';

interface StartFieldsProps {
  readonly initial: StartValues;
  /** Null: nothing is chosen. */
  readonly source: StartSource | null;
  readonly graph: Schemas['GraphDefinition'] | null;
  /** Where the way through is chosen. */
  readonly children: ReactNode;
}

export function StartFields({ initial, source, graph, children }: StartFieldsProps) {
  const { t } = useTranslation('start');
  const [values, setValues] = useState(initial);
  const [isIncomplete, setIncomplete] = useState(false);
  const navigate = useNavigate();
  const whyNot = useWhyNot();
  const start = useStartSession((uuid) => navigate(`/sessions/${uuid}`));
  const change = (changed: Partial<StartValues>): void => {
    setIncomplete(false);
    setValues((known) => ({ ...known, ...changed }));
  };
  useChange(source?.template_uuid, () => change({ members: {}, models: {} }));
  const request = requestOf(source, values);
  const submit = (event?: SubmitEvent): void => {
    event?.preventDefault();
    setIncomplete(request === null);
    if (request !== null && !start.isPending && refusalOf(values.document) === null) start.mutate(request);
  };
  return (
    <form
      className="grid gap-8"
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
      }}
    >
      {children}
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="grid gap-6">
          <DocumentField
            text={values.document}
            attachments={values.attachments}
            error={isIncomplete ? t('nothingAsked') : issueAt(start.error, 'document')}
            onChange={change}
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
          <CouncilFields values={values} graph={graph} error={start.error} onChange={change} />
          <EstimatePanel request={request === null ? null : JSON.stringify(request)} />
        </div>
      </div>
      {isIncomplete && (
        <p role="alert" className="text-bad">
          {t('nothingAsked')}
        </p>
      )}
      {start.error !== null && <ErrorState error={start.error} />}
      <div className="sticky bottom-16 z-10 -mx-2 border-t border-line bg-paper/95 px-2 py-3 backdrop-blur-sm lg:bottom-0">
        {whyNot !== null && <p className="pb-2 text-soft">{whyNot}</p>}
        <Button type="submit" look="primary" disabled={source === null || whyNot !== null} isBusy={start.isPending}>
          {t('start')}
        </Button>
      </div>
    </form>
  );
}

/** Another council has other seats: who was chosen for the one is not meant for the other. */
function useChange(value: unknown, onChange: () => void): void {
  const last = useRef(value);
  useEffect(() => {
    if (last.current === value) return;
    last.current = value;
    onChange();
  });
}
