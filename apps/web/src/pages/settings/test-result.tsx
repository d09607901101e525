import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { formatNumber } from '@/i18n/format';
import { serverLanguage } from '@/i18n/languages';

/** What it says first is what to do; what the provider itself has said stands under it. */
export function TestResult({ result }: { readonly result: Schemas['ProviderTest'] }) {
  const { t, i18n } = useTranslation('settings');
  const { ok, problem, message, advice, first_byte_ms: ms } = result;
  if (ok) {
    return (
      <div className="mt-4 grid gap-1 rounded-md bg-good-wash p-4">
        <p className="flex items-center gap-2 font-medium text-good">
          <CircleCheck aria-hidden className="size-4 shrink-0" />
          {t('test.ok')}
        </p>
        {ms !== null && <p>{t('test.firstByte', { ms: formatNumber(Math.round(ms), i18n.language) })}</p>}
      </div>
    );
  }
  return (
    <div className="mt-4 grid gap-1 rounded-md bg-bad-wash p-4">
      <p className="flex items-center gap-2 font-medium text-bad">
        <TriangleAlert aria-hidden className="size-4 shrink-0" />
        {t(`test.problem.${problem ?? 'upstream'}`)}
      </p>
      {advice !== null && <p>{advice[serverLanguage(i18n.language)]}</p>}
      <p className="break-words text-soft" lang="en">
        {message}
      </p>
    </div>
  );
}
