import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Session } from '@/api/queries/sessions';
import { formatNumber } from '@/i18n/format';
import { Badge } from '@/ui/badge';
import { Money } from '@/ui/money';
import { RelativeTime } from '@/ui/relative-time';
import { SessionBadge } from './session-badge';

interface SessionRowProps {
  readonly session: Session;
  /** More of it, under its figures. */
  readonly more?: ReactNode;
  /** What can be done with it, at its end. */
  readonly actions?: ReactNode;
}

/** A session in a list: the whole row leads to it, its title is the link. */
export function SessionRow({ session, more, actions }: SessionRowProps) {
  const { t, i18n } = useTranslation();
  const { verdict, engine, usage } = session;
  const total = verdict?.weighted_total ?? null;
  return (
    <li className="relative grid gap-x-4 gap-y-1 px-4 py-3 first:rounded-t-lg last:rounded-b-lg hover:bg-wash sm:grid-cols-[1fr_auto]">
      <Link
        to={`/sessions/${session.session_uuid}`}
        className="line-clamp-2 font-serif text-lg leading-snug after:absolute after:inset-0"
      >
        {session.title}
      </Link>
      <div className="flex flex-wrap items-center gap-2 sm:justify-end">
        {engine.kind !== 'model' && <Badge>{t('rehearsal')}</Badge>}
        <SessionBadge session={session} />
        {actions !== undefined && <div className="relative ml-auto sm:ml-0">{actions}</div>}
      </div>
      <div className="grid min-w-0 gap-1 text-sm text-soft sm:col-span-2">
        {/* What tells those apart that were held on the same document. */}
        {session.objective !== '' && <p className="truncate">{session.objective}</p>}
        <p className="flex flex-wrap gap-x-3">
          <RelativeTime at={session.created_at} />
          {total !== null && <span>{t('score', { score: formatNumber(total, i18n.language) })}</span>}
          {engine.kind === 'model' && <Money usd={usage.cost_usd} isEstimated={usage.is_estimated} />}
        </p>
        {more}
      </div>
    </li>
  );
}
