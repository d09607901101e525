import { useTranslation } from 'react-i18next';
import { PageFrame } from '@/app/page-frame';
import { LANGUAGE_NAMES, LANGUAGES, rememberLanguage, type UiLanguage } from '@/i18n/languages';
import { chooseTheme, theme, THEMES } from '@/state/theme';
import { useValue } from '@/state/use-value';
import { Field } from '@/ui/field';
import { Select } from '@/ui/select';

export function SettingsPage() {
  const { t, i18n } = useTranslation(['settings', 'shell']);
  const currentTheme = useValue(theme);
  const languages = LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }));
  const themes = THEMES.map((value) => ({ value, label: t(`shell:theme.${value}`) }));
  const chooseLanguage = (language: UiLanguage): void => {
    rememberLanguage(language);
    void i18n.changeLanguage(language);
  };
  return (
    <PageFrame title={t('title')} isNarrow>
      <div className="grid gap-6 sm:grid-cols-2">
        <Field label={t('language')}>
          <Select value={i18n.language as UiLanguage} options={languages} onChange={chooseLanguage} />
        </Field>
        <Field label={t('theme')}>
          <Select value={currentTheme} options={themes} onChange={chooseTheme} />
        </Field>
      </div>
    </PageFrame>
  );
}
