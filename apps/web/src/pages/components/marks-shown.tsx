import { useTranslation } from 'react-i18next';
import { Panel } from '@/app/panel';
import { SESSION_STATES } from '@/sessions/session-state';
import { Avatar } from '@/ui/avatar';
import { Badge } from '@/ui/badge';
import { Card } from '@/ui/card';
import { Countdown } from '@/ui/countdown';
import { Money } from '@/ui/money';
import { RelativeTime } from '@/ui/relative-time';
import { Spinner } from '@/ui/spinner';

const FACES = ['Value Defender', 'Risk Auditor', 'Chief Justice', 'Surgeon', '首席法官', 'Scout'];

const SOON = new Date(Date.now() + 5 * 60_000).toISOString();
const LONG_AGO = '2020-01-01T00:00:00.000Z';

export function MarksShown() {
  const { t } = useTranslation(['components', 'common']);
  return (
    <Panel title={t('marks.title')}>
      <div className="flex flex-wrap gap-2">
        {SESSION_STATES.map(({ name, tone, isLive }) => (
          <Badge key={name} tone={tone} isLive={isLive}>
            {t(`common:status.${name}`)}
          </Badge>
        ))}
      </div>
      <div className="flex flex-wrap items-center gap-3">
        {FACES.map((name) => (
          <Avatar key={name} id={name} name={name} />
        ))}
        <Avatar id="small" name="Small" size="sm" />
        <Avatar id="large" name="Large One" size="lg" />
        <Spinner className="size-5" />
      </div>
      <Card className="flex flex-wrap gap-x-8 gap-y-2">
        <Money usd={12.5} />
        <Money usd={0.0006608} isEstimated />
        <Money usd={null} />
        <RelativeTime at={new Date(Date.now() - 3 * 3_600_000).toISOString()} />
        <RelativeTime at={new Date(Date.now() + 49 * 3_600_000).toISOString()} />
        <Countdown until={SOON} over={t('marks.over')} />
        <Countdown until={LONG_AGO} over={t('marks.over')} />
      </Card>
    </Panel>
  );
}
