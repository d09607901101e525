import { useMutation } from '@tanstack/react-query';
import { Flag, Pause, Play, RotateCcw, Square } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { api, call, newKey } from '@/api/client';
import type { Session } from '@/api/queries/sessions';
import { AlertDialog } from '@/ui/alert-dialog';
import { Button } from '@/ui/button';
import { ErrorState } from '@/ui/error-state';
import { whyNot } from './what-can-be-done';

type Action = 'pause' | 'resume' | 'stop' | 'finish';

interface ControlsProps {
  readonly session: Session;
  /** An answer was asked for already. */
  readonly isEnding: boolean;
}

/** Steering, always in its place; what is not possible now says why, and what cannot be taken back asks. */
export function Controls({ session, isEnding }: ControlsProps) {
  const { t } = useTranslation('session');
  const id = session.session_uuid;
  const control = useMutation({
    mutationFn: (action: Action) =>
      call(api.POST('/api/v1/sessions/{id}/control', { params: { path: { id } }, body: { action } })),
  });
  const retry = useMutation({
    mutationFn: () =>
      call(
        api.POST('/api/v1/sessions/{id}/retry', {
          params: { path: { id }, header: { 'Idempotency-Key': newKey() } },
          body: {},
        }),
      ),
  });
  const button = (action: Action, icon: React.ReactNode, onClick?: () => void) => {
    const reason = whyNot(session, action, isEnding);
    return (
      <Button
        size="sm"
        writes
        disabled={reason !== null}
        title={t(reason === null ? `control.${action}.effect` : `whyNot.${reason}`)}
        isBusy={control.isPending && control.variables === action}
        onClick={onClick}
      >
        {icon}
        {t(`control.${action}.name`)}
      </Button>
    );
  };
  const act = (action: Action) => () => control.mutate(action);
  const ending = (action: 'finish' | 'stop', icon: React.ReactNode) =>
    whyNot(session, action, isEnding) !== null ? (
      button(action, icon)
    ) : (
      <AlertDialog
        title={t(`control.${action}.title`)}
        description={t(`control.${action}.effect`)}
        action={t(`control.${action}.name`)}
        isDangerous={action === 'stop'}
        onConfirm={act(action)}
        trigger={button(action, icon)}
      />
    );
  const error = control.error ?? retry.error;
  return (
    <div className="grid gap-2">
      <div role="group" aria-label={t('control.title')} className="flex flex-wrap gap-2">
        {session.status === 'failed' && (
          <Button size="sm" writes look="primary" isBusy={retry.isPending} onClick={() => retry.mutate()}>
            <RotateCcw aria-hidden className="size-4" />
            {t('control.retry')}
          </Button>
        )}
        {session.status === 'paused'
          ? button('resume', <Play aria-hidden className="size-4" />, act('resume'))
          : button('pause', <Pause aria-hidden className="size-4" />, act('pause'))}
        {ending('finish', <Flag aria-hidden className="size-4" />)}
        {ending('stop', <Square aria-hidden className="size-4" />)}
      </div>
      {error !== null && <ErrorState error={error} />}
    </div>
  );
}
