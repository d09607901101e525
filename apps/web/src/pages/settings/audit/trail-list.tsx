import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AccessEntry } from '@/api/queries/access';
import { formatMoment } from '@/i18n/format';
import { Badge } from '@/ui/badge';
import { outcomeOf, placeOf, text, whatWords, whoWords } from './entry-words';

/** One entry under the other, in columns where there is room. */
export function TrailList({ entries }: { readonly entries: readonly AccessEntry[] }) {
  const { t } = useTranslation('audit');
  return (
    <ol aria-label={t('title')} className="divide-y divide-line rounded-lg border border-line bg-card">
      {entries.map((entry) => (
        <TrailEntry key={entry.audit_uuid} entry={entry} />
      ))}
    </ol>
  );
}

function TrailEntry({ entry }: { readonly entry: AccessEntry }) {
  const { t, i18n } = useTranslation('audit');
  const { at, who, detail } = entry;
  const outcome = outcomeOf(t, entry);
  return (
    <li className="grid gap-x-6 gap-y-1 px-4 py-3 text-sm md:grid-cols-[13rem_minmax(0,1fr)_auto] md:items-start">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3 md:grid">
        <span className="font-medium wrap-anywhere">{whoWords(t, who)}</span>
        <time dateTime={at} title={at} className="text-soft">
          {formatMoment(new Date(at), i18n.language)}
        </time>
      </div>
      <div className="grid min-w-0 gap-1">
        <p className="font-medium">{whatWords(t, entry)}</p>
        <Target entry={entry} />
        <p className="flex flex-wrap gap-x-3 text-soft wrap-anywhere">
          {text(detail['justification'])}
          {text(detail['address']) !== '' && <span>{t('from', { address: text(detail['address']) })}</span>}
          {text(detail['request_id']) !== '' && <span>{t('request', { id: text(detail['request_id']) })}</span>}
        </p>
      </div>
      <p className="flex flex-wrap items-center gap-2 md:flex-col md:items-end">
        <Badge tone={outcome.tone}>{outcome.words}</Badge>
        {text(detail['code']) !== '' && <span className="font-mono text-xs text-soft">{text(detail['code'])}</span>}
      </p>
    </li>
  );
}

function Target({ entry }: { readonly entry: AccessEntry }) {
  const path = text(entry.detail['path']);
  const place = placeOf(entry);
  const said = path === '' ? place : `${text(entry.detail['method'])} ${path}`;
  if (said === null) return null;
  const look = 'justify-self-start font-mono text-xs wrap-anywhere text-soft';
  return place === null ? (
    <span className={look}>{said}</span>
  ) : (
    <Link to={place} className={`${look} underline underline-offset-2 hover:text-ink`}>
      {said}
    </Link>
  );
}
