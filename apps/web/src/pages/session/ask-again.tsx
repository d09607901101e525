import { useMutation } from '@tanstack/react-query';
import { RefreshCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { api, call, newKey } from '@/api/client';
import { errorWords } from '@/i18n/problem-words';
import { AlertDialog } from '@/ui/alert-dialog';
import { IconButton } from '@/ui/icon-button';
import { toast } from '@/ui/toast';
import type { Turn } from './room-log';

/** Another answer of this seat: in a session of its own, so that what was said stays said. */
export function AskAgain({ turn: { seq, name, nodeId } }: { readonly turn: Turn }) {
  const { t, i18n } = useTranslation('session');
  const { sessionUuid = '' } = useParams();
  const navigate = useNavigate();
  const fork = useMutation({
    mutationFn: (until: number) =>
      call(
        api.POST('/api/v1/sessions/{id}/fork', {
          params: { path: { id: sessionUuid }, header: { 'Idempotency-Key': newKey() } },
          body: { seq: until },
        }),
      ),
    onSuccess: ({ session_uuid: id }) => navigate(`/sessions/${id}`),
    onError: async (error) => {
      await i18n.loadNamespaces('problems');
      toast(t('again.failed'), { tone: 'bad', text: errorWords(error, i18n) });
    },
  });
  if (seq === null || seq < 2) return null;
  return (
    <AlertDialog
      title={t('again.title', { name: name ?? nodeId })}
      description={t('again.text')}
      action={t('again.do')}
      onConfirm={() => fork.mutate(seq - 1)}
      trigger={<IconButton writes icon={RefreshCw} size="sm" label={t('again.label')} disabled={fork.isPending} />}
    />
  );
}
