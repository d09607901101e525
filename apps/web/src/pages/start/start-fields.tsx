import { useQuery } from '@tanstack/react-query';
import { type ReactNode, type SubmitEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Schemas } from '@/api/client';
import { groupQueries } from '@/api/queries/lists';
import { useStartSession } from '@/sessions/use-start-session';
import { Field } from '@/ui/field';
import { Later } from '@/ui/later';
import { Textarea } from '@/ui/textarea';
import { useWhyNotHere } from '@/ui/writing';
import { CouncilFields } from './council-fields';
import { DocumentField } from './document-field';
import { EstimatePanel } from './estimate-panel';
import { KeptNote } from './kept-note';
import { seatsOf } from './seated-in';
import { StartBar } from './start-bar';
import { keepStartDraft } from './start-draft';
import { isCap, requestOf, type StartSource, type StartValues } from './start-form';
import { refusalOf } from './text-file';
import { useIssuesAt } from './use-issues-at';

interface StartFieldsProps {
  /** What the form is for, under which what is begun is kept: `anew`, or the session that is held again. */
  readonly place: string;
  /** How it begins. */
  readonly fresh: StartValues;
  /** What was begun before. */
  readonly draft: StartValues | null;
  /** Null: nothing is chosen. */
  readonly source: StartSource | null;
  readonly graph: Schemas['GraphDefinition'] | null;
  /** Where the way through is chosen. */
  readonly children: ReactNode;
}

export function StartFields({ place, fresh, draft, source, graph, children }: StartFieldsProps) {
  const { t } = useTranslation('start');
  const [values, setValues] = useState(draft ?? fresh);
  const [isKept, setKept] = useState(draft !== null);
  const groups = useQuery(groupQueries.list()).data;
  const [isIncomplete, setIncomplete] = useState(false);
  const navigate = useNavigate();
  const whyNot = useWhyNotHere();
  const start = useStartSession((uuid) => {
    keepStartDraft(place, null);
    return navigate(`/sessions/${uuid}`);
  });
  const issueAt = useIssuesAt(start.error);
  const change = (changed: Partial<StartValues>): void => {
    setIncomplete(false);
    // What was said of the form as it was.
    if (start.isError) start.reset();
    setValues((known) => ({ ...known, ...changed }));
  };
  const template = source?.template_uuid;
  // Another council has other seats: who was chosen for the one is not meant for the other.
  useChange(template, () => {
    const group = groups?.find(({ group_uuid }) => group_uuid === values.group);
    change({ members: seatsOf(graph, group), models: {} });
  });
  useChange(values, () => keepStartDraft(place, { template: template ?? null, values }));
  const request = requestOf(source, values);
  const submit = (event?: SubmitEvent): void => {
    event?.preventDefault();
    // The keyboard's way round the button.
    if (whyNot !== null) return;
    setIncomplete(request === null);
    const isSound = refusalOf(values.document) === null && isCap(values.usd) && isCap(values.tokens);
    if (request !== null && !start.isPending && isSound) start.mutate(request);
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
      {isKept && (
        <KeptNote
          onBeginAnew={() => {
            setKept(false);
            setValues(fresh);
          }}
        />
      )}
      {children}
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="grid gap-6">
          <DocumentField
            text={values.document}
            attachments={values.attachments}
            error={isIncomplete ? t('nothingAsked') : issueAt('document')}
            onChange={change}
          />
          <Field label={t('objective')} isOptional error={issueAt('objective')}>
            <Textarea
              rows={3}
              value={values.objective}
              onChange={({ target }) => change({ objective: target.value })}
            />
          </Field>
        </div>
        <div className="grid gap-6">
          <Later>
            <CouncilFields values={values} graph={graph} error={start.error} onChange={change} />
            <EstimatePanel
              request={request === null ? null : JSON.stringify(request)}
              onTakeModels={(models) => change({ models: { ...values.models, ...models } })}
            />
          </Later>
        </div>
      </div>
      <StartBar
        isIncomplete={isIncomplete}
        error={start.error}
        whyNot={whyNot}
        isDisabled={source === null}
        isBusy={start.isPending}
      />
    </form>
  );
}

/** When it is another than it was: not at the beginning. */
function useChange(value: unknown, onChange: () => void): void {
  const last = useRef(value);
  useEffect(() => {
    if (last.current === value) return;
    last.current = value;
    onChange();
  });
}
