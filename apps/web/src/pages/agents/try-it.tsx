import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Panel } from '@/app/panel';
import { formatNumber } from '@/i18n/format';
import { useStartSession } from '@/sessions/use-start-session';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { ErrorState } from '@/ui/error-state';
import { Field } from '@/ui/field';
import { Textarea } from '@/ui/textarea';
import type { AgentFormState } from './agent-form-state';
import { TestAnswer } from './test-answer';
import { PERSONA_MAX, testTurn, tokensOf } from './test-turn';

interface TryItProps {
  readonly form: AgentFormState;
  /** Null: it is not kept as it stands in the form. */
  readonly keptAgent: string | null;
}

/** One turn of the agent as it stands in the form. Not a form itself: it stands beside one. */
export function TryIt({ form, keptAgent }: TryItProps) {
  const { t, i18n } = useTranslation('agents');
  const [trial, setTrial] = useState({ question: '', text: '' });
  const [refusal, setRefusal] = useState<'needQuestion' | 'incomplete' | 'tooLong' | null>(null);
  const start = useStartSession();
  const [persona_prompt, model_config] = useWatch({ control: form.control, name: ['persona_prompt', 'model_config'] });
  const speaker = { persona_prompt, model_config };
  const ask = async (): Promise<void> => {
    const isComplete = await form.trigger(['persona_prompt', 'model_config']);
    const isTooLong = keptAgent === null && persona_prompt.length > PERSONA_MAX;
    const why =
      trial.question.trim() === '' ? 'needQuestion' : !isComplete ? 'incomplete' : isTooLong ? 'tooLong' : null;
    setRefusal(why);
    if (why === null) start.mutate(testTurn(speaker, keptAgent, trial));
  };
  const isTopPLost = keptAgent === null && model_config.top_p !== undefined;
  const tokens = formatNumber(tokensOf(speaker, trial), i18n.language);
  return (
    <Panel title={t('try.title')}>
      <p className="max-w-prose text-soft">{t('try.lead', { tokens })}</p>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <div className="grid gap-4">
          <Field label={t('try.question')} error={refusal === 'needQuestion' ? t('try.needQuestion') : undefined}>
            <Textarea
              rows={2}
              value={trial.question}
              onChange={({ target }) => setTrial({ ...trial, question: target.value })}
            />
          </Field>
          <Field label={t('try.text')} hint={t('try.textHint')} isOptional>
            <Textarea
              rows={5}
              value={trial.text}
              onChange={({ target }) => setTrial({ ...trial, text: target.value })}
            />
          </Field>
          {refusal !== null && refusal !== 'needQuestion' && (
            <p role="alert" className="text-sm text-bad">
              {t(`try.${refusal}`)}
            </p>
          )}
          {isTopPLost && <p className="text-sm text-soft">{t('try.topP')}</p>}
          {start.error !== null && <ErrorState error={start.error} title={t('try.failed')} />}
          <Button writes className="justify-self-start" isBusy={start.isPending} onClick={ask}>
            {t('try.run')}
          </Button>
        </div>
        <Card role="region" aria-label={t('try.answer')} className="min-w-0">
          {start.data === undefined ? (
            <p className="text-soft">{t('try.nothing')}</p>
          ) : (
            <TestAnswer key={start.data.session_uuid} sessionUuid={start.data.session_uuid} />
          )}
        </Card>
      </div>
    </Panel>
  );
}
