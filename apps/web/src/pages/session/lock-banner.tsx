import { useMutation } from '@tanstack/react-query';
import { Lock } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call, newKey } from '@/api/client';
import type { Session } from '@/api/queries/sessions';
import { formatNumber } from '@/i18n/format';
import { isExpert } from '@/state/expert';
import { useValue } from '@/state/use-value';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { ErrorState } from '@/ui/error-state';
import { Field } from '@/ui/field';
import { Textarea } from '@/ui/textarea';
import { SAFETY_CHECKS } from './safety-checks';

const JUSTIFICATION_MIN = 20;

interface LockBannerProps {
  readonly sessionUuid: string;
  readonly lock: NonNullable<Session['lock']>;
}

/** Why the breaker stopped it, and the deliberate way on: a reason in words, or three confirmations. */
export function LockBanner({ sessionUuid, lock }: LockBannerProps) {
  const { t, i18n } = useTranslation('session');
  // In the engine's English.
  const expert = useValue(isExpert);
  const [justification, setJustification] = useState('');
  const [checks, setChecks] = useState<readonly (typeof SAFETY_CHECKS)[number][]>([]);
  const unlock = useMutation({
    mutationFn: () =>
      call(
        api.POST('/api/v1/sessions/{id}/unlock', {
          params: { path: { id: sessionUuid }, header: { 'Idempotency-Key': newKey() } },
          body: { checks: [...checks], ...(justification.trim() === '' ? {} : { justification }) },
        }),
      ),
  });
  const isEnough = justification.trim().length >= JUSTIFICATION_MIN || checks.length === SAFETY_CHECKS.length;
  return (
    <section aria-label={t('lock.title')} className="grid gap-4 rounded-lg border border-bad bg-bad-wash p-5">
      <div className="grid gap-1">
        <h2 className="flex items-center gap-2 font-medium text-bad">
          <Lock aria-hidden className="size-4 shrink-0" />
          {t('lock.title')}
        </h2>
        <p>{t(`lock.reason.${lock.reason}`)}</p>
        <p className="text-sm text-soft">
          {t('lock.measured', {
            value: formatNumber(lock.value, i18n.language),
            limit: formatNumber(lock.limit, i18n.language),
          })}
        </p>
        {expert && <p className="font-mono text-xs text-soft">{lock.detail === '' ? lock.message : lock.detail}</p>}
      </div>
      <Field label={t('lock.justification')} hint={t('lock.hint', { count: JUSTIFICATION_MIN })}>
        <Textarea rows={2} value={justification} onChange={({ target }) => setJustification(target.value)} />
      </Field>
      <fieldset className="grid gap-1">
        <legend className="text-sm font-medium">{t('lock.checks')}</legend>
        {SAFETY_CHECKS.map((name) => (
          <Checkbox
            key={name}
            label={t(`lock.check.${name}`)}
            isChecked={checks.includes(name)}
            onChange={(isChecked) => setChecks(isChecked ? [...checks, name] : checks.filter((one) => one !== name))}
          />
        ))}
      </fieldset>
      <Button
        writes
        look="primary"
        className="justify-self-start"
        disabled={!isEnough}
        isBusy={unlock.isPending}
        onClick={() => unlock.mutate()}
      >
        {t('lock.unlock')}
      </Button>
      {unlock.error !== null && <ErrorState error={unlock.error} />}
    </section>
  );
}
