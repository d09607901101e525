import { useTranslation } from 'react-i18next';
import type { Session } from '@/api/queries/sessions';
import { formatNumber } from '@/i18n/format';
import { Later } from '@/ui/later';
import { Money } from '@/ui/money';
import { Elapsed } from './elapsed';
import { isOver } from './what-can-be-done';

const SETTLED = ['completed', 'failed', 'skipped'];

/** How far it is, how long it has taken, and what it has used so far. */
export function SessionFigures({ session }: { readonly session: Session }) {
  const { t } = useTranslation('session');
  const { started_at: begin, ended_at: end, node_statuses: statuses } = session;
  const steps = Object.values(statuses);
  const done = steps.filter((status) => SETTLED.includes(status)).length;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-soft">
      {steps.length > 0 && !isOver(session) && (
        <span className="flex items-center gap-2">
          <progress
            aria-label={t('figures.progress')}
            value={done}
            max={steps.length}
            className="h-1.5 w-24 appearance-none overflow-hidden rounded-full bg-sunken [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-accent"
          />
          <span className="tabular-nums">{t('figures.steps', { done, all: steps.length })}</span>
        </span>
      )}
      {begin !== null && <Elapsed since={begin} until={end} />}
      {/* The browser's first formatter of figures takes it as long as a quarter of all that is drawn before. */}
      <Later>
        <Used session={session} />
      </Later>
    </div>
  );
}

/** A part of its own: its figures are written when it is drawn, not with what stands before it. */
function Used({ session: { usage, engine } }: { readonly session: Session }) {
  const { t, i18n } = useTranslation('session');
  const tokens = usage.input_tokens + usage.output_tokens;
  return (
    <>
      {tokens > 0 && (
        <span className="tabular-nums">{t('course.tokens', { tokens: formatNumber(tokens, i18n.language) })}</span>
      )}
      {engine.kind === 'model' && <Money usd={usage.cost_usd} isEstimated={usage.is_estimated} />}
    </>
  );
}
