import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, call } from '@/api/client';
import type { Session } from '@/api/queries/sessions';
import { problemWords } from '@/i18n/problem-words';
import { RequestProblem } from '@/api/request-problem';
import { AlertDialog } from '@/ui/alert-dialog';
import { toast } from '@/ui/toast';

interface DeleteSessionProps {
  readonly session: Session;
  readonly onClose: () => void;
  readonly onDeleted: (() => void) | undefined;
}

/** The dialog is gone when the answer comes: a refusal is said in passing, and the session is still there to be seen. */
export function DeleteSession({ session: { session_uuid: id, title }, onClose, onDeleted }: DeleteSessionProps) {
  const { t, i18n } = useTranslation(['sessions', 'common', 'problems']);
  const remove = useMutation({
    mutationFn: () => call(api.DELETE('/api/v1/sessions/{id}', { params: { path: { id } } })),
    onSuccess: () => {
      toast(t('delete.done', { title }));
      onDeleted?.();
    },
    onError: (error) => {
      const text = error instanceof RequestProblem ? problemWords(error, i18n) : error.message;
      toast(t('common:problem.title'), { tone: 'bad', text });
    },
  });
  return (
    <AlertDialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title={t('delete.title', { title })}
      description={t('delete.text')}
      action={t('common:action.delete')}
      isDangerous
      onConfirm={() => remove.mutate()}
    />
  );
}
