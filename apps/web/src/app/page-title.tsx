import { useTranslation } from 'react-i18next';

/** The title of the browser's tab. Every page has one. */
export function PageTitle({ children }: { readonly children: string }) {
  const { t } = useTranslation();
  return <title>{`${children} · ${t('product')}`}</title>;
}
