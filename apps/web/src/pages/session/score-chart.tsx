import { useTranslation } from 'react-i18next';
import type { Session } from '@/api/queries/sessions';
import { formatNumber } from '@/i18n/format';

const WIDTH = 280;
const HEIGHT = 96;
const MARGIN = 12;

type Round = Session['score_history'][number];

interface ScoreChartProps {
  readonly rounds: readonly Round[];
  /** The score with which the rounds end; null: none is set. */
  readonly target: number | null;
}

/** The score of each round against the first one and the target, drawn and in words. An unscored round has a gap. */
export function ScoreChart({ rounds, target }: ScoreChartProps) {
  const { t, i18n } = useTranslation('session');
  const figure = (value: number): string => formatNumber(value, i18n.language);
  const points = rounds.flatMap(({ score }, at) => (score === null ? [] : [{ at, score }]));
  const best = rounds.at(-1)?.best ?? null;
  const x = (at: number): number =>
    rounds.length === 1 ? WIDTH / 2 : MARGIN + (at * (WIDTH - 2 * MARGIN)) / (rounds.length - 1);
  const y = (score: number): number => HEIGHT - MARGIN - (score * (HEIGHT - 2 * MARGIN)) / 100;
  return (
    <figure className="grid gap-2">
      <figcaption className="text-sm font-medium">{t('course.scores')}</figcaption>
      {points.length > 0 && (
        <svg aria-hidden viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="w-full max-w-md">
          {[0, 50, 100].map((line) => (
            <line key={line} x1={0} x2={WIDTH} y1={y(line)} y2={y(line)} className="stroke-line" />
          ))}
          {target !== null && (
            <line x1={0} x2={WIDTH} y1={y(target)} y2={y(target)} className="stroke-good" strokeDasharray="4 3" />
          )}
          <polyline
            points={points.map(({ at, score }) => `${x(at)},${y(score)}`).join(' ')}
            className="fill-none stroke-accent stroke-2"
          />
          {points.map(({ at, score }) => (
            <circle key={at} cx={x(at)} cy={y(score)} r={4} className="fill-accent" />
          ))}
        </svg>
      )}
      <ol className="grid gap-1 text-sm">
        {rounds.map(({ seq, round, score, delta, reason }) => (
          <li key={seq} className="flex flex-wrap gap-x-2">
            <span>{t('round', { round })}</span>
            <span className="font-medium tabular-nums">{score === null ? t('course.noScore') : figure(score)}</span>
            {delta !== null && (
              <span className="text-soft tabular-nums">{delta > 0 ? `+${figure(delta)}` : figure(delta)}</span>
            )}
            <span className="text-soft">{t(`course.reason.${reason}`)}</span>
          </li>
        ))}
      </ol>
      {target !== null && <p className="text-sm text-soft">{t('course.target', { score: figure(target) })}</p>}
      {best !== null && (
        <p className="text-sm text-soft">{t('course.best', { round: best.round, score: figure(best.score) })}</p>
      )}
    </figure>
  );
}
