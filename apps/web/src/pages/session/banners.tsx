import { useQuery } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Session } from '@/api/queries/sessions';
import { useFailureWords } from '@/i18n/use-failure-words';
import { Button } from '@/ui/button';
import { ServerWords } from '@/ui/server-words';
import { adviceOf } from './failure-advice';
import { roomQueries } from './room-queries';
import { steeredTo } from './what-can-be-done';

interface BannersProps {
  readonly session: Session;
  /** An answer was asked for. */
  readonly isEnding: boolean;
  /** Leads to what waits for a decision. */
  readonly onReview: () => void;
}

/** What must not be overlooked: that it failed, ended early or at its cap, and who is missing. */
export function Banners({ session, isEnding, onReview }: BannersProps) {
  const { t, i18n } = useTranslation('session');
  const { error, outcome, status } = session;
  const isWhole = outcome === null || outcome === 'full';
  const report = useQuery({ ...roomQueries.report(session.session_uuid), enabled: status === 'completed' });
  const missing = report.data?.missing ?? [];
  const failureWords = useFailureWords(error !== null || missing.length > 0);
  return (
    <>
      <WaitingNotice session={session} onReview={onReview} />
      <SteeredNotice session={session} isEnding={isEnding} />
      {error !== null && status === 'failed' && (
        <div role="alert" className="grid gap-1 rounded-lg border border-bad bg-bad-wash p-4">
          <p className="flex items-center gap-2 font-medium text-bad">
            <TriangleAlert aria-hidden className="size-4 shrink-0" />
            {t('failed')}
          </p>
          <p>{failureWords(error)}</p>
          {i18n.language !== 'en' && <ServerWords text={error.message} />}
          <p>{t(`advice.${adviceOf(error.code)}`)}</p>
          <p className="font-mono text-xs text-soft">{error.code}</p>
        </div>
      )}
      {status === 'cancelled' && (
        <p className="rounded-lg border border-line-strong bg-sunken p-4 font-medium">{t('stopped')}</p>
      )}
      {(!isWhole || missing.length > 0) && (
        <div className="grid gap-1 rounded-lg border border-warn bg-warn-wash p-4">
          {!isWhole && <p className="font-medium text-warn">{t(`outcome.${outcome}`)}</p>}
          <ul className="list-disc pl-5 text-sm">
            {missing.map(({ node_id, seat, reason, code }) => (
              <li key={node_id}>
                {t('missing', {
                  seat,
                  reason: code === null ? t('silentSeat') : failureWords({ code, message: reason }),
                })}
              </li>
            ))}
          </ul>
          <Link
            to={`/start?from=${session.session_uuid}`}
            className="justify-self-start text-sm font-medium text-accent-strong underline"
          >
            {t('outcome.again')}
          </Link>
        </div>
      )}
    </>
  );
}

/** Wherever somebody reads: that the council waits for them, and the way there. */
function WaitingNotice({ session, onReview }: Omit<BannersProps, 'isEnding'>) {
  const { t } = useTranslation('session');
  if (session.waiting_for.length === 0) return null;
  return (
    <div role="status" className="flex flex-wrap items-center justify-between gap-3 rounded-lg bg-warn-wash px-4 py-2">
      <p className="font-medium text-warn">{t('review.title')}</p>
      <Button size="sm" onClick={onReview}>
        {t('review.show')}
      </Button>
    </div>
  );
}

function SteeredNotice({ session, isEnding }: Omit<BannersProps, 'onReview'>) {
  const { t } = useTranslation('session');
  const notice = steeredTo(session, isEnding);
  return (
    <p role="status" className={notice === null ? 'sr-only' : 'rounded-lg bg-wash px-4 py-2 font-medium'}>
      {notice !== null && t(`steered.${notice}`)}
    </p>
  );
}
