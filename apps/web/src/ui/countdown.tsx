import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '@/i18n/format';
import { formatLeft } from '@/i18n/format-left';

const STEP_MS = 1_000;

interface CountdownProps {
  readonly until: string;
  /** What stands there when it has run out. */
  readonly over: string;
}

/** How long there is still time, second by second. Not read aloud as it runs: whoever asks for it hears where it stands. */
export function Countdown({ until, over }: CountdownProps) {
  const { t, i18n } = useTranslation();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), STEP_MS);
    return () => clearInterval(timer);
  }, []);
  const at = new Date(until);
  const left = formatLeft(at.getTime() - now, i18n.language);
  return (
    <time role="timer" dateTime={until} title={formatDateTime(at, i18n.language)} className="tabular-nums">
      {left === null ? over : t('time.left', { left })}
    </time>
  );
}
