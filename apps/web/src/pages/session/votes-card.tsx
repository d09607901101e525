import { useTranslation } from 'react-i18next';
import { formatNumber, formatPercent } from '@/i18n/format';
import { Badge } from '@/ui/badge';
import { Card } from '@/ui/card';
import type { Vote } from './room-log';
import { dissentOf } from './room-votes';

/** How the council voted: the result, the count, who dissents and why. */
export function VotesCard({ votes }: { readonly votes: readonly Vote[] }) {
  return votes.map((vote, at) => <VoteCard key={at} vote={vote} />);
}

function VoteCard({ vote }: { readonly vote: Vote }) {
  const { t } = useTranslation('session');
  const { tally, ballots, name } = vote;
  const dissent = dissentOf(vote);
  const others = ballots.filter((ballot) => !dissent.includes(ballot));
  return (
    <Card className="grid gap-3">
      <section aria-label={t('vote.title', { name })} className="grid gap-3">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <h2 className="text-sm font-medium text-soft">{t('vote.title', { name })}</h2>
          {tally === null ? (
            <Badge tone="accent" isLive>
              {t('vote.open')}
            </Badge>
          ) : (
            <Badge tone={tally.passed ? 'good' : 'bad'}>{t(tally.passed ? 'vote.passed' : 'vote.lost')}</Badge>
          )}
        </div>
        {tally !== null && <Count tally={tally} />}
        {dissent.length > 0 && (
          <div className="grid gap-2">
            <h3 className="text-sm font-medium">{t('vote.dissent')}</h3>
            <Ballots ballots={dissent} />
          </div>
        )}
        {others.length > 0 && (
          <details className="text-sm">
            <summary className="cursor-pointer py-1 font-medium">{t('vote.ballots', { count: others.length })}</summary>
            <Ballots ballots={others} />
          </details>
        )}
      </section>
    </Card>
  );
}

function Count({ tally }: { readonly tally: NonNullable<Vote['tally']> }) {
  const { t, i18n } = useTranslation('session');
  const figure = (value: number): string => formatNumber(value, i18n.language);
  const percent = (share: number): string => formatPercent(share, i18n.language);
  const { scale, result, threshold, yes, no, abstain, error } = tally;
  const isScale = scale === 'score';
  return (
    <div className="grid gap-1">
      {tally.question !== '' && <p className="font-serif text-lg">{tally.question}</p>}
      <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm tabular-nums">
        {!isScale && <span>{t('vote.yes', { count: yes })}</span>}
        {!isScale && <span>{t('vote.no', { count: no })}</span>}
        {abstain > 0 && <span>{t('vote.abstain', { count: abstain })}</span>}
        {error > 0 && <span className="text-bad">{t('vote.error', { count: error })}</span>}
        {result !== null && (
          <span className="text-soft">
            {isScale
              ? t('vote.mean', { result: figure(result), threshold: figure(threshold) })
              : t('vote.share', { result: percent(result), threshold: percent(threshold) })}
          </span>
        )}
      </p>
      {!tally.is_quorate && <p className="text-sm text-warn">{t('vote.noQuorum', { quorum: tally.quorum })}</p>}
      {tally.is_one_model && <p className="text-sm text-warn">{t('vote.oneModel')}</p>}
    </div>
  );
}

function Ballots({ ballots }: Pick<Vote, 'ballots'>) {
  const { t } = useTranslation('session');
  return (
    <ul className="grid gap-2">
      {ballots.map(({ turn_id, agent_name, choice, score, reason, problem }) => (
        <li key={turn_id} className="border-l-2 border-line-strong pl-3 text-sm">
          <span className="font-medium">{agent_name}</span>{' '}
          <span className="text-soft">
            {choice === 'scored' ? t('vote.scored', { score: score ?? 0 }) : t(`vote.choice.${choice}`)}
          </span>
          <p>{reason}</p>
          {problem !== null && <p className="text-bad">{problem}</p>}
        </li>
      ))}
    </ul>
  );
}
