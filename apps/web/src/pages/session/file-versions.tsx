import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { isYou } from '@/reviews/is-you';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { QueryView } from '@/ui/query-view';
import { RelativeTime } from '@/ui/relative-time';
import { Select } from '@/ui/select';
import type { Citing } from './citing-turns';
import { NumberedLines } from './numbered-lines';
import { roomQueries } from './room-queries';
import { TextDiff } from './text-diff';

interface FileVersionsProps {
  readonly sessionUuid: string;
  readonly path: string;
  /** The version under work; null: the last one. */
  readonly current: number | null;
  readonly citing: ReadonlyMap<number, readonly Citing[]>;
}

const NOTHING = 'none';

/** One file: the version that is chosen, by whom and why it was written, and what it changes in another one. */
export function FileVersions({ sessionUuid, path, current, citing }: FileVersionsProps) {
  const { t } = useTranslation('session');
  const history = useQuery(roomQueries.history(sessionUuid, path));
  const [chosen, setChosen] = useState<number | null>(null);
  const [base, setBase] = useState<number | null>(null);
  return (
    <QueryView query={history}>
      {({ history: versions }) => {
        const wanted = chosen ?? current;
        const shown = versions.find(({ version }) => version === wanted) ?? versions[0];
        if (shown === undefined) return <p className="text-soft">{t('document.none')}</p>;
        const others = versions.filter(({ version }) => version !== shown.version);
        const from = others.some(({ version }) => version === base) ? base : null;
        // A proposal that was taken is one no more.
        const nameOf = ({ version, is_proposed }: Schemas['SessionFile']): string =>
          t(is_proposed && version !== current ? 'document.proposed' : 'document.version', { version });
        return (
          <div className="grid gap-3">
            {others.length > 0 && (
              <>
                <div role="group" aria-label={t('file.versions')} className="flex flex-wrap gap-1">
                  {versions.toReversed().map((one) => (
                    <Button
                      key={one.version}
                      size="sm"
                      look={one === shown ? 'primary' : 'secondary'}
                      aria-pressed={one === shown}
                      onClick={() => setChosen(one.version)}
                    >
                      {nameOf(one)}
                    </Button>
                  ))}
                </div>
                <Field label={t('file.compare')}>
                  <Select
                    value={from === null ? NOTHING : String(from)}
                    options={[
                      { value: NOTHING, label: t('file.noComparison') },
                      ...others.map((one) => ({ value: String(one.version), label: nameOf(one) })),
                    ]}
                    onChange={(value) => setBase(value === NOTHING ? null : Number(value))}
                  />
                </Field>
                <Origin file={shown} isCurrent={shown.version === current} />
              </>
            )}
            {from === null ? (
              <NumberedLines text={shown.content} citing={citing} />
            ) : (
              <Comparison sessionUuid={sessionUuid} change={{ path, from, to: shown.version }} />
            )}
          </div>
        );
      }}
    </QueryView>
  );
}

interface OriginProps {
  readonly file: Schemas['SessionFile'];
  readonly isCurrent: boolean;
}

function Origin({ file: { author, reason, created_at }, isCurrent }: OriginProps) {
  const { t } = useTranslation('session');
  return (
    <p className="flex flex-wrap gap-x-2 text-sm text-soft">
      {isCurrent && <span className="font-medium text-ink">{t('file.current')}</span>}
      {author !== null && <span>{isYou(author) ? t('file.byYou') : t('file.by', { author })}</span>}
      <RelativeTime at={created_at} />
      {reason === 'input' || reason === 'review' ? (
        // The engine's own, not somebody's words.
        <span>{t(`file.${reason}`)}</span>
      ) : (
        reason !== null && reason !== '' && <q>{reason}</q>
      )}
    </p>
  );
}

interface ComparisonProps {
  readonly sessionUuid: string;
  readonly change: { readonly path: string; readonly from: number; readonly to: number };
}

function Comparison({ sessionUuid, change }: ComparisonProps) {
  const { t } = useTranslation('session');
  const diff = useQuery(roomQueries.diff(sessionUuid, change));
  return (
    <QueryView query={diff}>
      {({ diff: text, added_lines: added, removed_lines: removed }) => (
        <div className="grid gap-1">
          <p className="text-sm font-medium">{t('review.diff', { added, removed })}</p>
          {text === '' ? (
            <p className="text-soft">{t('file.same')}</p>
          ) : (
            <TextDiff diff={text} label={t('review.diff', { added, removed })} />
          )}
        </div>
      )}
    </QueryView>
  );
}
