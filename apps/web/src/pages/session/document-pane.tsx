import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '@/ui/cx';
import { Button } from '@/ui/button';
import { QueryView } from '@/ui/query-view';
import { useMarkedLines } from './marked-lines';
import { roomQueries } from './room-queries';
import type { Turn } from './room-log';

interface DocumentPaneProps {
  readonly sessionUuid: string;
  readonly turns: readonly Turn[];
}

/** The document under work in every version that there is of it, its lines numbered as the council reads them. */
export function DocumentPane({ sessionUuid, turns }: DocumentPaneProps) {
  const { t } = useTranslation('session');
  const files = useQuery(roomQueries.files(sessionUuid));
  const path = files.data?.document?.path ?? '/document.md';
  const history = useQuery({ ...roomQueries.history(sessionUuid, path), enabled: files.data?.document != null });
  const [chosen, setChosen] = useState<number | null>(null);
  if (files.data?.document === null) return <p className="text-soft">{t('document.none')}</p>;
  return (
    <QueryView query={history}>
      {({ history: versions }) => {
        const version = chosen ?? files.data?.document?.version;
        const shown = versions.find((one) => one.version === version) ?? versions[0];
        if (shown === undefined) return <p className="text-soft">{t('document.none')}</p>;
        return (
          <div className="grid gap-3">
            {versions.length > 1 && (
              <div className="flex flex-wrap gap-1">
                {versions.toReversed().map((one) => (
                  <Button
                    key={one.version}
                    size="sm"
                    look={one === shown ? 'primary' : 'secondary'}
                    aria-pressed={one === shown}
                    onClick={() => setChosen(one.version)}
                  >
                    {t(one.is_proposed ? 'document.proposed' : 'document.version', { version: one.version })}
                  </Button>
                ))}
              </div>
            )}
            <Lines text={shown.content} turns={turns} />
          </div>
        );
      }}
    </QueryView>
  );
}

function Lines({ text, turns }: { readonly text: string; readonly turns: readonly Turn[] }) {
  const { t } = useTranslation('session');
  const { places, jump } = useMarkedLines();
  const box = useRef<HTMLDivElement>(null);
  const lines = text.replace(/\n$/, '').split('\n');
  const isMarked = (line: number): boolean => places.some(([first, last]) => line >= first && line <= last);
  useEffect(() => {
    if (jump > 0) box.current?.querySelector('[data-marked=true]')?.scrollIntoView({ block: 'center' });
  }, [jump]);
  return (
    <div
      ref={box}
      role="region"
      aria-label={t('document.title')}
      // It scrolls within itself, and the keyboard has to reach it.
      tabIndex={0}
      className="max-h-[70dvh] overflow-y-auto rounded-lg border border-line bg-card py-3"
    >
      {lines.map((line, at) => (
        <Line key={at} number={at + 1} text={line} isMarked={isMarked(at + 1)} citedBy={citedBy(turns, at + 1)} />
      ))}
    </div>
  );
}

function citedBy(turns: readonly Turn[], line: number): string {
  const names = turns
    .filter(({ references }) => references.some((one) => line >= one.first_line && line <= one.last_line))
    .map(({ name, nodeId }) => name ?? nodeId);
  return [...new Set(names)].join(', ');
}

interface LineProps {
  readonly number: number;
  readonly text: string;
  readonly isMarked: boolean;
  /** Names of those who point to it; empty: nobody. */
  readonly citedBy: string;
}

function Line({ number, text, isMarked, citedBy: names }: LineProps) {
  const { t } = useTranslation('session');
  return (
    <div
      data-marked={isMarked}
      data-line={number}
      title={names === '' ? undefined : t('document.citedBy', { names })}
      className={cx('grid grid-cols-[3.25rem_1fr] gap-3 pr-4', isMarked && 'bg-mark')}
    >
      <span
        aria-hidden
        className={cx(
          'border-r-2 pr-2 text-right font-mono text-xs leading-relaxed select-none',
          names === '' ? 'border-transparent text-soft' : 'border-accent text-accent-strong',
        )}
      >
        {number}
      </span>
      <span className="min-w-0 font-serif break-words whitespace-pre-wrap">{text}</span>
    </div>
  );
}
