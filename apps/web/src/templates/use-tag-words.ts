import { useTranslation } from 'react-i18next';

/** The tags that come with the product are ids with words; one that a person wrote is shown as it was written. */
export function useTagWords(): (tag: string) => string {
  const { t } = useTranslation('templates');
  const words: Readonly<Record<string, string>> = t('tagWords', { returnObjects: true });
  return (tag) => (Object.hasOwn(words, tag) ? (words[tag] ?? tag) : tag);
}
