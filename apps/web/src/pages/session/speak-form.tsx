import { useMutation } from '@tanstack/react-query';
import { type SyntheticEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call, newKey } from '@/api/client';
import type { Session } from '@/api/queries/sessions';
import { Button } from '@/ui/button';
import { ErrorState } from '@/ui/error-state';
import { Field } from '@/ui/field';
import { Textarea } from '@/ui/textarea';
import { useWhyNotHere } from '@/ui/writing';
import { whyNot } from './what-can-be-done';

/** A word to the council: every turn that begins later reads it. */
export function SpeakForm({ session }: { readonly session: Session }) {
  const { t } = useTranslation('session');
  const [content, setContent] = useState('');
  const reason = whyNot(session, 'speak');
  const mayNot = useWhyNotHere();
  const say = useMutation({
    mutationFn: () =>
      call(
        api.POST('/api/v1/sessions/{id}/messages', {
          params: { path: { id: session.session_uuid }, header: { 'Idempotency-Key': newKey() } },
          body: { content },
        }),
      ),
    onSuccess: () => setContent(''),
  });
  const isEmpty = content.trim() === '';
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (reason === null && mayNot === null && !isEmpty && !say.isPending) say.mutate();
  };
  return (
    <form
      className="grid gap-3 border-t border-line pt-4"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
      }}
    >
      <Field label={t('speak.label')} hint={mayNot ?? t(reason === null ? 'speak.hint' : `whyNot.${reason}`)}>
        <Textarea
          rows={2}
          disabled={reason !== null}
          readOnly={mayNot !== null}
          value={content}
          maxLength={20_000}
          onChange={({ target }) => setContent(target.value)}
        />
      </Field>
      <Button
        type="submit"
        writes
        size="sm"
        className="justify-self-end"
        disabled={reason !== null || isEmpty}
        aria-keyshortcuts="Control+Enter"
        title={t('speak.shortcut')}
        isBusy={say.isPending}
      >
        {t('speak.send')}
      </Button>
      {say.error !== null && <ErrorState error={say.error} />}
    </form>
  );
}
