import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { serverLanguage } from '@/i18n/languages';
import { toldIn } from './told-in';

type Row = Schemas['Agent'] | Schemas['Group'] | Schemas['Template'];

/** What a row says in the language of the page. For showing it: a form changes what is stored. */
export function useWords(): <Known extends Row>(row: Known) => Known {
  const { i18n } = useTranslation();
  return (row) => toldIn(serverLanguage(i18n.language), row);
}
