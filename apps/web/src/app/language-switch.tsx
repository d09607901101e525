import { Languages } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { LANGUAGE_NAMES, otherLanguage, rememberLanguage } from '@/i18n/languages';

/** There are two languages: the button names the other one, in that language. */
export function LanguageSwitch() {
  const { i18n } = useTranslation();
  const other = otherLanguage(i18n.language);
  return (
    <button
      type="button"
      lang={other}
      className="inline-flex min-h-10 items-center gap-1.5 rounded-md px-2.5 text-sm text-soft transition-colors hover:bg-wash hover:text-ink pointer-coarse:min-h-11"
      onClick={() => {
        rememberLanguage(other);
        void i18n.changeLanguage(other);
      }}
    >
      <Languages aria-hidden className="size-5" />
      {LANGUAGE_NAMES[other]}
    </button>
  );
}
