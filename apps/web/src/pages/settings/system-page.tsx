import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { healthQueries, type HealthReport } from '@/api/queries/health';
import { Panel } from '@/app/panel';
import { isExpert } from '@/state/expert';
import { useValue } from '@/state/use-value';
import { Badge } from '@/ui/badge';
import { QueryView } from '@/ui/query-view';
import { RawData } from '@/ui/raw-data';
import { HealthPart } from './health-part';
import { SettingsFrame } from './settings-frame';

const TONES = { ok: 'good', degraded: 'warn', error: 'bad', shutting_down: 'warn' } as const;

/** What the server leans on, and how each of it is. */
export function SystemPage() {
  const { t } = useTranslation('settings');
  const health = useQuery(healthQueries.report());
  return (
    <SettingsFrame part="system">
      <Panel title={t('system.title')} className="max-w-3xl">
        <QueryView query={health}>{(report) => <Health report={report} />}</QueryView>
      </Panel>
      <Panel title={t('system.version')} className="max-w-3xl">
        <p>
          <span className="font-mono">{import.meta.env.COUNCIL_VERSION}</span>
        </p>
        <p className="text-sm text-soft">
          {t('system.api')}{' '}
          <a href="/api/v1/openapi.json" className="link">
            {t('system.description')}
          </a>
        </p>
      </Panel>
    </SettingsFrame>
  );
}

function Health({ report }: { readonly report: HealthReport }) {
  const { t } = useTranslation('settings');
  const expert = useValue(isExpert);
  return (
    <div className="grid gap-4">
      <p className="flex flex-wrap items-center gap-3">
        <Badge tone={TONES[report.status]}>{t(`system.status.${report.status}`)}</Badge>
        <span className="text-soft">{t(`system.means.${report.status}`)}</span>
      </p>
      <ul className="divide-y divide-line rounded-lg border border-line bg-card">
        {Object.entries(report.details).map(([name, part]) => (
          <HealthPart key={name} name={name} part={part} />
        ))}
      </ul>
      {expert && <RawData title={t('expert.raw')} data={report} />}
    </div>
  );
}
