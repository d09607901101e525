import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';

/** Above a form that changes what is stored: Chinese sessions have words of their own, and an edit replaces them too. */
export function TranslatedNote({ row: { translations } }: { readonly row: Schemas['Agent'] | Schemas['Group'] }) {
  const { t } = useTranslation('library');
  if (translations === null) return null;
  return <p className="mb-6 max-w-[70ch] rounded-md bg-wash px-3 py-2 text-sm">{t('translated')}</p>;
}
