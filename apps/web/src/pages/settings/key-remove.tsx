import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, call } from '@/api/client';
import { AlertDialog } from '@/ui/alert-dialog';
import { Button } from '@/ui/button';
import { ErrorState } from '@/ui/error-state';
import { toast } from '@/ui/toast';

interface KeyRemoveProps {
  readonly id: string;
  readonly name: string;
}

/** Afterwards the key of the environment counts, where there is one. */
export function KeyRemove({ id, name }: KeyRemoveProps) {
  const { t } = useTranslation(['settings', 'common']);
  const remove = useMutation({
    mutationFn: () => call(api.DELETE('/api/v1/providers/{id}/key', { params: { path: { id } } })),
    onSuccess: () => toast(t('key.removed')),
  });
  return (
    <>
      <AlertDialog
        title={t('key.removeTitle', { name })}
        description={t('key.removeText')}
        action={t('key.remove')}
        isDangerous
        onConfirm={() => remove.mutate()}
        trigger={
          <Button size="sm" className="justify-self-start text-bad" isBusy={remove.isPending}>
            {t('key.remove')}
          </Button>
        }
      />
      {remove.error !== null && <ErrorState error={remove.error} />}
    </>
  );
}
