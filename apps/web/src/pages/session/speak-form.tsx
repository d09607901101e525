import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call, newKey } from '@/api/client';
import type { Session } from '@/api/queries/sessions';
import { Button } from '@/ui/button';
import { ErrorState } from '@/ui/error-state';
import { Field } from '@/ui/field';
import { Textarea } from '@/ui/textarea';
import { whyNot } from './what-can-be-done';

/** A word to the council: every turn that begins later reads it. */
export function SpeakForm({ session }: { readonly session: Session }) {
  const { t } = useTranslation('session');
  const [content, setContent] = useState('');
  const reason = whyNot(session, 'speak');
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
  return (
    <form
      className="grid gap-3 border-t border-line pt-4"
      onSubmit={(event) => {
        event.preventDefault();
        say.mutate();
      }}
    >
      <Field label={t('speak.label')} hint={t(reason === null ? 'speak.hint' : `whyNot.${reason}`)}>
        <Textarea
          rows={2}
          disabled={reason !== null}
          value={content}
          maxLength={20_000}
          onChange={({ target }) => setContent(target.value)}
        />
      </Field>
      <Button
        type="submit"
        size="sm"
        className="justify-self-end"
        disabled={reason !== null || content.trim() === ''}
        isBusy={say.isPending}
      >
        {t('speak.send')}
      </Button>
      {say.error !== null && <ErrorState error={say.error} />}
    </form>
  );
}
