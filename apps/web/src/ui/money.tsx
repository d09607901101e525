import { useTranslation } from 'react-i18next';
import { formatUsd } from '@/i18n/format';

interface MoneyProps {
  /** Null: the price is unknown, which is not nothing. */
  readonly usd: number | null;
  readonly isEstimated?: boolean;
}

export function Money({ usd, isEstimated = false }: MoneyProps) {
  const { t, i18n } = useTranslation();
  if (usd === null) return <span className="text-soft">{t('money.unknown')}</span>;
  const amount = formatUsd(usd, i18n.language);
  if (!isEstimated) return <span className="tabular-nums">{amount}</span>;
  return (
    <span className="whitespace-nowrap tabular-nums" title={t('money.estimated')}>
      <span aria-hidden>≈ </span>
      <span className="sr-only">{t('money.estimated')} </span>
      {amount}
    </span>
  );
}
