import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { reportQueries } from '@/api/queries/reports';
import { type Session, sessionQueries } from '@/api/queries/sessions';
import { PageTitle } from '@/app/page-title';
import { formatDateTime, formatUsd } from '@/i18n/format';
import { hasEnded } from '@/sessions/session-state';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { Prose } from '@/ui/prose';
import { QueryView } from '@/ui/query-view';
import { withoutTitle } from './without-title';

/** The report as it lies on paper; the browser makes a PDF of it. */
export function PrintPage() {
  const { sessionUuid = '' } = useParams();
  const { t } = useTranslation('sessions');
  const session = useQuery(sessionQueries.one(sessionUuid));
  return (
    <article className="mx-auto grid max-w-[76ch] gap-6 print:max-w-none">
      <div className="flex flex-wrap items-center justify-between gap-3 print:hidden">
        <Link to={`/sessions/${sessionUuid}`} className="link inline-flex items-center gap-1.5 text-sm">
          <ArrowLeft aria-hidden className="size-4" />
          {t('print.back')}
        </Link>
        <Button look="primary" onClick={() => print()}>
          <Printer aria-hidden className="size-4" />
          {t('print.do')}
        </Button>
      </div>
      <QueryView query={session}>{(found) => <Paper session={found} />}</QueryView>
    </article>
  );
}

function Paper({ session }: { readonly session: Session }) {
  const { t, i18n } = useTranslation(['sessions', 'common']);
  const { title, session_uuid, created_at, engine, usage, objective, language } = session;
  const isOver = hasEnded(session);
  const report = useQuery({ ...reportQueries.text(session_uuid), enabled: isOver });
  const facts = [
    formatDateTime(new Date(created_at), i18n.language),
    t(`common:status.${session.status}`),
    engine.kind !== 'model' && t('common:rehearsal'),
    engine.kind === 'model' && usage.cost_usd !== null && formatUsd(usage.cost_usd, i18n.language),
  ];
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <header className="grid gap-2 border-b border-line pb-5">
        <h1 className="font-serif text-3xl font-semibold">{title}</h1>
        <p className="text-sm text-soft">{facts.filter(Boolean).join(' · ')}</p>
        {objective !== '' && <p className="font-serif text-lg text-soft">{objective}</p>}
      </header>
      {isOver ? (
        <QueryView query={report}>
          {(text) => (
            <div lang={language}>
              <Prose text={withoutTitle(text)} />
            </div>
          )}
        </QueryView>
      ) : (
        <EmptyState title={t('print.later')} />
      )}
      <footer className="border-t border-line pt-3 font-mono text-xs text-soft">{session_uuid}</footer>
    </>
  );
}
