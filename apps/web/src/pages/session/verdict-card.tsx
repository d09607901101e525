import { useTranslation } from 'react-i18next';
import type { Session } from '@/api/queries/sessions';
import { formatNumber } from '@/i18n/format';
import { Card } from '@/ui/card';
import { Later } from '@/ui/later';
import { OrderedLines, OrderList } from './order-list';
import { VERDICT_ID } from './verdict-place';

type Verdict = NonNullable<Session['verdict']>;
const CRITERIA = ['strategic_alignment', 'practical_value', 'logical_consistency'] as const;

/** The verdict at a glance. A rehearsal's figure is never shown as a judgement. */
export function VerdictCard({ verdict }: { readonly verdict: Verdict }) {
  const { t, i18n } = useTranslation(['session', 'common']);
  const { kind, scores, weighted_total: total, problem } = verdict;
  return (
    <Card className="grid gap-4">
      <div
        id={VERDICT_ID}
        tabIndex={-1}
        className="grid scroll-mt-44 lg:scroll-mt-10 gap-x-8 gap-y-3 md:grid-cols-[auto_1fr]"
      >
        <div className="grid content-start gap-1">
          <h2 className="max-w-56 text-sm font-medium text-soft">{t(`verdict.${kind}`)}</h2>
          {total !== null && (
            <p className="font-serif text-2xl">{t('common:score', { score: formatNumber(total, i18n.language) })}</p>
          )}
          {kind === 'judged' && (
            <p className="text-sm">{t(verdict.exit_recommendation ? 'verdict.exit' : 'verdict.goOn')}</p>
          )}
        </div>
        {scores !== null && (
          <dl className="grid content-start gap-2">
            {CRITERIA.map((name) => (
              <Score key={name} label={t(`criterion.${name}`)} points={scores[name]} />
            ))}
          </dl>
        )}
      </div>
      {verdict.verdict !== '' && <p className="max-w-[70ch] font-serif text-lg">{verdict.verdict}</p>}
      {problem !== null && <p className="text-sm text-soft">{problem}</p>}
      <Rulings verdict={verdict} />
    </Card>
  );
}

function Score({ label, points }: { readonly label: string; readonly points: number }) {
  const { i18n } = useTranslation();
  return (
    <div className="grid grid-cols-[1fr_auto] items-center gap-x-3 text-sm sm:grid-cols-[12rem_1fr_2.5rem]">
      <dt className="text-soft">{label}</dt>
      <dd className="col-start-2 text-right tabular-nums sm:col-start-3">{formatNumber(points, i18n.language)}</dd>
      <dd
        aria-hidden
        className="col-span-2 h-1.5 overflow-hidden rounded-full bg-sunken sm:col-span-1 sm:col-start-2 sm:row-start-1"
      >
        <div className="h-full bg-accent" style={{ width: `${Math.min(100, points)}%` }} />
      </dd>
    </div>
  );
}

function Rulings({ verdict: { disputes, orders } }: { readonly verdict: Verdict }) {
  const { t } = useTranslation('session');
  if (disputes.length + orders.length === 0) return null;
  return (
    <details className="text-sm">
      <summary className="cursor-pointer py-1 font-medium">
        {t('verdict.details', { disputes: disputes.length, orders: orders.length })}
      </summary>
      <Later>
        <RulingList disputes={disputes} orders={orders} />
      </Later>
    </details>
  );
}

function RulingList({ disputes, orders }: Pick<Verdict, 'disputes' | 'orders'>) {
  const { t } = useTranslation('session');
  return (
    <>
      <ul className="grid gap-3 py-2">
        {disputes.map(({ topic, affirmative, negative, ruling, lines }) => (
          <li key={topic} className="border-l-2 border-line pl-3">
            <p className="font-medium">
              {topic} <OrderedLines lines={lines} />
            </p>
            {affirmative !== '' && <p className="text-soft">{t('verdict.for', { words: affirmative })}</p>}
            {negative !== '' && <p className="text-soft">{t('verdict.against', { words: negative })}</p>}
            <p>{t('verdict.ruling', { words: ruling })}</p>
          </li>
        ))}
      </ul>
      {orders.length > 0 && (
        <>
          <h3 className="pt-1 pb-2 font-medium">{t('verdict.orders')}</h3>
          <OrderList orders={orders} />
        </>
      )}
    </>
  );
}
