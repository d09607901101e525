import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { formatNumber, formatUsd } from '@/i18n/format';
import { Money } from '@/ui/money';

interface EstimateFiguresProps {
  readonly estimate: Schemas['Estimate'];
  /** Lets agents speak with other models in this session: `provider/model` by agent. */
  readonly onTakeModels: (models: Readonly<Record<string, string>>) => void;
}

export function EstimateFigures({ estimate, onTakeModels }: EstimateFiguresProps) {
  const { t, i18n } = useTranslation('start');
  const { engine, cost_range_usd: range, estimated_tokens, estimated_duration, warnings, breakdown } = estimate;
  const number = (value: number): string => formatNumber(value, i18n.language);
  const isRehearsal = engine.kind !== 'model';
  return (
    <div className="grid gap-4">
      {isRehearsal && <p className="rounded-md bg-warn-wash p-3">{t('estimate.rehearsal')}</p>}
      <dl className="flex flex-wrap gap-x-8 gap-y-3">
        <Figure name={t('estimate.cost')}>
          {isRehearsal ? t('estimate.free') : <Money usd={estimate.total_cost_usd} isEstimated />}
          {!isRehearsal && range !== null && (
            <span className="text-soft">
              {' '}
              (<Money usd={range.low} /> – <Money usd={range.high} />)
            </span>
          )}
        </Figure>
        <Figure name={t('estimate.tokens')}>{number(estimated_tokens.total)}</Figure>
        <Figure name={t('estimate.time')}>{duration(estimated_duration.seconds, i18n.language)}</Figure>
      </dl>
      {warnings.length > 0 && (
        <ul className="grid gap-1 text-warn">
          {warnings.map(({ type }) => (
            <li key={type}>{t(`estimate.warning.${type}`)}</li>
          ))}
        </ul>
      )}
      <details open={!isRehearsal}>
        <summary className="cursor-pointer font-medium">{t('estimate.bySeat')}</summary>
        <ul className="mt-2 divide-y divide-line">
          {breakdown.map((seat) => (
            <li key={`${seat.node_id} ${seat.agent_name}`} className="flex flex-wrap justify-between gap-x-4 py-2">
              <span>
                {seat.agent_name}
                {!isRehearsal && (
                  <span className="block text-xs wrap-anywhere text-soft">{`${seat.provider}/${seat.model}`}</span>
                )}
              </span>
              <span className="text-soft">
                {t('estimate.seat', {
                  count: seat.calls,
                  calls: number(seat.calls),
                  tokens: number(seat.estimated_tokens.total),
                })}
              </span>
              {!isRehearsal && <Money usd={seat.estimated_cost} isEstimated />}
              <Cheaper seat={seat} onTakeModels={onTakeModels} />
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}

interface CheaperProps extends Pick<EstimateFiguresProps, 'onTakeModels'> {
  readonly seat: Schemas['EstimatedSeat'];
}

/** The model that can be called and would say as much for the least, with a button that takes it. */
function Cheaper({ seat: { agent_name: name, alternatives }, onTakeModels }: CheaperProps) {
  const { t, i18n } = useTranslation('start');
  const [cheapest] = alternatives;
  const override = cheapest?.override ?? null;
  if (cheapest === undefined || override === null) return null;
  const model = `${cheapest.provider}/${cheapest.model}`;
  const words = { model, saving: formatUsd(cheapest.saves_usd, i18n.language) };
  return (
    <button
      type="button"
      className="link basis-full py-1 text-left wrap-anywhere pointer-coarse:py-2.5"
      aria-label={t('estimate.cheaperOf', { name, ...words })}
      onClick={() => onTakeModels(Object.fromEntries(Object.keys(override).map((agent) => [agent, model])))}
    >
      {t('estimate.cheaper', words)}
    </button>
  );
}

function Figure({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="grid">
      <dt className="text-soft">{name}</dt>
      <dd className="text-base font-medium tabular-nums">{children}</dd>
    </div>
  );
}

function duration(seconds: number, language: string): string {
  const isLong = seconds >= 90;
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: isLong ? 'minute' : 'second',
    unitDisplay: 'long',
    maximumFractionDigits: 0,
  }).format(isLong ? seconds / 60 : seconds);
}
