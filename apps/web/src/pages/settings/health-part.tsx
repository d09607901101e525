import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { HealthReport } from '@/api/queries/health';
import { isExpert } from '@/state/expert';
import { useValue } from '@/state/use-value';
import { Badge } from '@/ui/badge';

const TONES = { up: 'good', degraded: 'warn', down: 'bad' } as const;
const PARTS = ['database', 'migrations', 'models', 'cache', 'queue'] as const;
const KINDS = ['embedded', 'server', 'memory', 'redis', 'in-process'] as const;

interface HealthPartProps {
  readonly name: string;
  readonly part: HealthReport['details'][string];
}

/** A later server may lean on more than is known here: that is shown by its own name and in its own words. */
export function HealthPart({ name, part }: HealthPartProps) {
  const { t } = useTranslation('settings');
  const expert = useValue(isExpert);
  const known = PARTS.find((one) => one === name);
  const kind = KINDS.find((one) => one === part['kind']);
  const { message, responseTime } = part;
  return (
    <li className="grid gap-1 px-4 py-3">
      <span className="flex flex-wrap items-center justify-between gap-2">
        <span className="font-medium">{known === undefined ? name : t(`system.part.${known}`)}</span>
        <Badge tone={TONES[part.status]}>{t(`system.state.${part.status}`)}</Badge>
      </span>
      {kind !== undefined && <p className="text-sm text-soft">{t(`system.kind.${kind}`)}</p>}
      {known === 'models' ? (
        <p className="text-sm text-soft">
          {t(part.status === 'up' ? 'system.models' : 'system.noModels')}{' '}
          <Link to="/settings/providers" className="link">
            {t('part.providers')}
          </Link>
        </p>
      ) : (
        typeof message === 'string' && (
          <p className="text-sm text-soft" lang="en">
            {message}
          </p>
        )
      )}
      {expert && typeof responseTime === 'number' && (
        <p className="text-sm text-soft">{t('system.answeredIn', { ms: Math.round(responseTime) })}</p>
      )}
    </li>
  );
}
