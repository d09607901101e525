import { useMutation } from '@tanstack/react-query';
import { FlaskConical } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Panel } from '@/app/panel';
import { serverLanguage } from '@/i18n/languages';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { ErrorState } from '@/ui/error-state';
import { useWhyNotHere } from '@/ui/writing';
import { runSample } from './run-sample';

/** The way in for whoever has no key yet. */
export function SamplePanel() {
  const { t, i18n } = useTranslation('home');
  const navigate = useNavigate();
  const sample = useMutation({
    mutationFn: () => runSample(serverLanguage(i18n.language)),
    onSuccess: ({ session_uuid }) => navigate(`/sessions/${session_uuid}`),
  });
  const whyNot = useWhyNotHere();
  return (
    <Panel title={t('sample.title')}>
      <Card className="grid justify-items-start gap-3">
        <p className="text-sm text-soft">{whyNot ?? t('sample.text')}</p>
        <Button
          isBusy={sample.isPending}
          writes
          onClick={() => {
            sample.mutate();
          }}
        >
          <FlaskConical aria-hidden className="size-4" />
          {t('sample.run')}
        </Button>
        {sample.error !== null && <ErrorState error={sample.error} />}
      </Card>
    </Panel>
  );
}
