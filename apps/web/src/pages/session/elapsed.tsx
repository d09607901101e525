import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface ElapsedProps {
  readonly since: string;
  /** Null: it still runs. */
  readonly until: string | null;
}

/** How long it has taken, in minutes and seconds; it runs while the session does. */
export function Elapsed({ since, until }: ElapsedProps) {
  const { t } = useTranslation('session');
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (until !== null) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [until]);
  const seconds = Math.max(0, Math.floor(((until === null ? now : Date.parse(until)) - Date.parse(since)) / 1_000));
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  return (
    <span role="timer" aria-label={t('figures.elapsed')} className="tabular-nums">
      {minutes}:{String(rest).padStart(2, '0')}
    </span>
  );
}
