import { memo, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '@/ui/cx';
import { DropdownMenu, MenuItem } from '@/ui/dropdown-menu';
import type { Citing } from './citing-turns';
import { useMarkedLines } from './marked-lines';
import { useScroller } from './scroller';

interface NumberedLinesProps {
  readonly text: string;
  /** Those who point to a line, by its number. */
  readonly citing: ReadonlyMap<number, readonly Citing[]>;
}

/** A text as the council reads it, by line. A cited line leads to those who cite it. */
export const NumberedLines = memo(function NumberedLines({ text, citing }: NumberedLinesProps) {
  const { t } = useTranslation('session');
  const { places, jump, showTurn } = useMarkedLines();
  const isInPanel = useScroller() !== null;
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
      className={cx('rounded-lg border border-line bg-card py-3', !isInPanel && 'max-h-[70dvh] overflow-y-auto')}
    >
      {lines.map((line, at) => (
        <Line
          key={at}
          number={at + 1}
          text={line}
          isMarked={isMarked(at + 1)}
          citing={citing.get(at + 1)}
          onShow={showTurn}
        />
      ))}
    </div>
  );
});

interface LineProps {
  readonly number: number;
  readonly text: string;
  readonly isMarked: boolean;
  readonly citing: readonly Citing[] | undefined;
  readonly onShow: (turn: string) => void;
}

const Line = memo(function Line({ number, text, isMarked, citing, onShow }: LineProps) {
  return (
    <div
      data-marked={isMarked}
      data-line={number}
      className={cx('grid grid-cols-[3.25rem_1fr] gap-3 pr-4', isMarked && 'bg-mark')}
    >
      {citing === undefined ? (
        <span aria-hidden className={cx(NUMBER, 'border-transparent pr-2 text-soft select-none')}>
          {number}
        </span>
      ) : (
        <CitedNumber number={number} citing={citing} onShow={onShow} />
      )}
      <span className="min-w-0 font-serif break-words whitespace-pre-wrap">{text}</span>
    </div>
  );
});

const NUMBER = 'border-r-2 text-right font-mono text-xs leading-relaxed';

interface CitedNumberProps extends Pick<LineProps, 'number' | 'onShow'> {
  readonly citing: readonly Citing[];
}

/** One who cites it: there. Several: to the one that is chosen, in a menu that is made when it is asked for. */
function CitedNumber({ number, citing, onShow }: CitedNumberProps) {
  const { t } = useTranslation('session');
  const [isAsked, setAsked] = useState(false);
  const isOne = citing.length === 1;
  const [first] = citing;
  const names = [...new Set(citing.map(({ name }) => name))].join(', ');
  const label = t('document.citedBy', { line: number, names });
  const button = (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={cx(NUMBER, 'min-h-6 w-full border-accent pr-2 text-accent-strong hover:underline')}
      aria-haspopup={isOne ? undefined : 'menu'}
      onClick={() => {
        if (isOne && first !== undefined) onShow(first.key);
        else setAsked(true);
      }}
    >
      {number}
    </button>
  );
  if (isOne || !isAsked) return button;
  return (
    <DropdownMenu trigger={button} align="start" isOpenAtFirst>
      {citing.map(({ key, name }) => (
        <MenuItem key={key} onSelect={() => onShow(key)}>
          {name}
        </MenuItem>
      ))}
    </DropdownMenu>
  );
}
