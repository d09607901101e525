import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, call } from '@/api/client';
import type { Session } from '@/api/queries/sessions';
import { errorWords } from '@/i18n/problem-words';
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
    onError: (error) => toast(t('common:problem.title'), { tone: 'bad', text: errorWords(error, i18n) }),
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
