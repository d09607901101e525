import { useTranslation } from 'react-i18next';
import type { Session } from '@/api/queries/sessions';
import { formatNumber } from '@/i18n/format';
import { Card } from '@/ui/card';

export function VerdictCard({ verdict }: { readonly verdict: NonNullable<Session['verdict']> }) {
  const { t, i18n } = useTranslation(['session', 'common']);
  return (
    <Card className="grid gap-2">
      <h2 className="text-sm font-medium text-soft">{t(`verdict.${verdict.kind}`)}</h2>
      {verdict.weighted_total !== null && (
        <p className="font-serif text-2xl">
          {t('common:score', { score: formatNumber(verdict.weighted_total, i18n.language) })}
        </p>
      )}
      <p className="font-serif text-lg whitespace-pre-wrap">{verdict.verdict}</p>
    </Card>
  );
}
