import { CalendarDays } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from './field';
import { IconButton } from './icon-button';
import { Input } from './input';

interface DateFieldProps {
  readonly label: string;
  /** `2026-11-29`, or empty. */
  readonly value: string;
  readonly onChange: (day: string) => void;
}

const isDay = (text: string): boolean => {
  const at = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
};

/**
 * A day that is typed or taken from the browser's calendar. A date field of the browser's own is written in the browser's
 * language, whichever one the page speaks.
 */
export function DateField({ label, value, onChange }: DateFieldProps) {
  const { t } = useTranslation();
  const calendar = useRef<HTMLInputElement>(null);
  /** What is typed and no day, or none yet. */
  const [typed, setTyped] = useState<string | null>(null);
  const [isLeft, setLeft] = useState(false);
  const take = (text: string): void => {
    const day = text.trim();
    const isTaken = day === '' || isDay(day);
    setTyped(isTaken ? null : text);
    setLeft(false);
    if (isTaken) onChange(day);
  };
  return (
    <Field label={label} error={isLeft && typed !== null ? t('date.wrong') : undefined}>
      <div className="relative">
        <Input
          inputMode="numeric"
          autoComplete="off"
          className="pr-11"
          placeholder={t('date.form')}
          value={typed ?? value}
          onChange={({ target }) => take(target.value)}
          onBlur={() => setLeft(true)}
        />
        <input
          ref={calendar}
          type="date"
          aria-hidden
          tabIndex={-1}
          // As large as the field: the calendar opens beneath it.
          className="pointer-events-none absolute inset-0 size-full opacity-0"
          value={isDay(value) ? value : ''}
          onChange={({ target }) => take(target.value)}
        />
        <IconButton
          icon={CalendarDays}
          label={t('date.choose', { label })}
          className="absolute top-0 right-0"
          onClick={() => calendar.current?.showPicker()}
        />
      </div>
    </Field>
  );
}
