import { useTranslation } from 'react-i18next';
import type { Session } from '@/api/queries/sessions';
import { formatNumber } from '@/i18n/format';
import { useFailureWords } from '@/i18n/use-failure-words';
import { SessionMenu } from '@/sessions/session-menu';
import { SessionRow } from '@/sessions/session-row';
import { isExpert } from '@/state/expert';
import { useValue } from '@/state/use-value';

/** A session with what it came to, and what can be done with it. */
export function HistoryRow({ session }: { readonly session: Session }) {
  const { t, i18n } = useTranslation('sessions');
  const expert = useValue(isExpert);
  const { verdict, usage, engine, session_uuid, last_seq, error, forked_from } = session;
  const failureWords = useFailureWords(error !== null);
  const words = error === null ? (verdict?.verdict ?? '') : failureWords(error);
  const tokens = formatNumber(usage.input_tokens + usage.output_tokens, i18n.language);
  const more = (
    <>
      {words !== '' && <p className="line-clamp-2 max-w-[90ch]">{words}</p>}
      {forked_from !== null && <p>{t('forked')}</p>}
      {expert && (
        <p className="font-mono text-xs break-all">
          {session_uuid} · {engine.name} · {t('expert', { tokens, seq: last_seq })}
        </p>
      )}
    </>
  );
  return <SessionRow session={session} more={more} actions={<SessionMenu session={session} />} />;
}
