import { useTranslation } from 'react-i18next';
import type { ProviderDetails } from '@/api/queries/providers';
import { RelativeTime } from '@/ui/relative-time';

/** Where the key that counts comes from, in a sentence. */
export function KeySourceText({ provider }: { readonly provider: ProviderDetails }) {
  const { t } = useTranslation('settings');
  const { key_variable, key_source, key_stored_at, warning } = provider;
  const variable = key_variable ?? '';
  if (key_source === 'vault') {
    return (
      <div className="grid gap-2">
        <p>
          {t('key.storedText')} {key_stored_at !== null && <RelativeTime at={key_stored_at} />}
        </p>
        {warning !== null && <p className="rounded-md bg-warn-wash p-4">{t('key.storedElsewhere')}</p>}
      </div>
    );
  }
  return <p className="text-soft">{t(key_source === null ? 'key.howText' : 'key.text', { variable })}</p>;
}
