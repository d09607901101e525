import { useTranslation } from 'react-i18next';

/** What the server adds in its own words, which are English: elsewhere it stands behind a word of the page. */
export function ServerWords({ text }: { readonly text: string }) {
  const { t, i18n } = useTranslation();
  if (i18n.language === 'en') return <p className="text-soft">{text}</p>;
  return (
    <details className="text-soft">
      <summary>{t('problem.details')}</summary>
      <p lang="en">{text}</p>
    </details>
  );
}
