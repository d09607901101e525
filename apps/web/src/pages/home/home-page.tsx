import { Play } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PageFrame } from '@/app/page-frame';
import { Button } from '@/ui/button';
import { RecentPanel } from './recent-panel';
import { RunningPanel } from './running-panel';
import { SamplePanel } from './sample-panel';
import { SpendPanel } from './spend-panel';
import { WaitingPanel } from './waiting-panel';

export function HomePage() {
  const { t } = useTranslation('home');
  const start = (
    <Button asChild look="primary">
      <Link to="/start">
        <Play aria-hidden className="size-4" />
        {t('start')}
      </Link>
    </Button>
  );
  return (
    <PageFrame title={t('headline')} tabTitle={t('title')} lead={t('lead')} actions={start}>
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_22rem] xl:gap-12">
        <div className="grid content-start gap-8">
          <WaitingPanel />
          <RunningPanel />
          <RecentPanel />
        </div>
        <div className="grid content-start gap-8">
          <SpendPanel />
          <SamplePanel />
        </div>
      </div>
    </PageFrame>
  );
}
