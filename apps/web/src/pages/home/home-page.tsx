import { Play } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PageTitle } from '@/app/page-title';
import { Button } from '@/ui/button';
import { RecentPanel } from './recent-panel';
import { RunningPanel } from './running-panel';
import { SamplePanel } from './sample-panel';
import { SpendPanel } from './spend-panel';
import { WaitingPanel } from './waiting-panel';

export function HomePage() {
  const { t } = useTranslation('home');
  return (
    <div className="grid gap-8">
      <PageTitle>{t('title')}</PageTitle>
      <div className="grid items-end gap-4 border-b border-line pb-6 md:grid-cols-[1fr_auto]">
        <div className="grid gap-2">
          <h1 className="font-serif text-3xl font-semibold">{t('headline')}</h1>
          <p className="max-w-[60ch] font-serif text-lg text-soft">{t('lead')}</p>
        </div>
        <Button asChild look="primary" className="justify-self-start">
          <Link to="/start">
            <Play aria-hidden className="size-4" />
            {t('start')}
          </Link>
        </Button>
      </div>
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
    </div>
  );
}
