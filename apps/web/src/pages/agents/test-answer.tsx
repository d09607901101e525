import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Session, sessionQueries } from '@/api/queries/sessions';
import { RequestProblem } from '@/api/request-problem';
import { useLiveSession } from '@/live/use-live-session';
import { SessionBadge } from '@/sessions/session-badge';
import { Badge } from '@/ui/badge';
import { ErrorState } from '@/ui/error-state';
import { Money } from '@/ui/money';
import { Prose } from '@/ui/prose';
import { QueryView } from '@/ui/query-view';
import { useSpoken } from './use-spoken';

/** What came of a test turn: the words as they come, what they cost, or why there are none. */
export function TestAnswer({ sessionUuid }: { readonly sessionUuid: string }) {
  const { t } = useTranslation('agents');
  const session = useQuery(sessionQueries.one(sessionUuid));
  const { text } = useSpoken(sessionUuid);
  useLiveSession(sessionUuid, session.data?.last_seq);
  return (
    <div className="grid gap-4">
      <QueryView query={session}>{(found) => <Outcome session={found} />}</QueryView>
      {text === '' ? (
        session.data?.status !== 'failed' && <p className="text-soft">{t('try.waiting')}</p>
      ) : (
        <Prose from={4} text={text} />
      )}
      <Link className="link justify-self-start text-sm" to={`/sessions/${sessionUuid}`}>
        {t('try.session')}
      </Link>
    </div>
  );
}

function Outcome({ session }: { readonly session: Session }) {
  const { t } = useTranslation(['agents', 'common']);
  const { error, engine, usage, outcome, budget } = session;
  return (
    <>
      <p role="status" className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        <SessionBadge session={session} />
        {engine.kind === 'model' ? (
          <span>
            {t('try.price')} <Money usd={usage.cost_usd} isEstimated={usage.is_estimated} />
          </span>
        ) : (
          <Badge>{t('common:rehearsal')}</Badge>
        )}
      </p>
      {outcome === 'capped' && <p className="text-sm text-warn">{t('try.capped', { tokens: budget?.tokens ?? 0 })}</p>}
      {error !== null && (
        <ErrorState
          title={t('try.failed')}
          error={new RequestProblem({ status: 422, code: error.code, message: error.message, detail: error.message })}
        />
      )}
    </>
  );
}
