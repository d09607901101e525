import { useTranslation } from 'react-i18next';
import { LANGUAGE_NAMES, LANGUAGES, rememberLanguage, type UiLanguage } from '@/i18n/languages';
import { chooseExpert, isExpert } from '@/state/expert';
import { chooseTheme, theme, THEMES } from '@/state/theme';
import { useValue } from '@/state/use-value';
import { Field } from '@/ui/field';
import { Select } from '@/ui/select';
import { Switch } from '@/ui/switch';
import { SettingsFrame } from './settings-frame';

/** What this browser remembers: nobody else sees it. */
export function SettingsPage() {
  const { t, i18n } = useTranslation(['settings', 'shell']);
  const currentTheme = useValue(theme);
  const expert = useValue(isExpert);
  const languages = LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }));
  const themes = THEMES.map((value) => ({ value, label: t(`shell:theme.${value}`) }));
  const chooseLanguage = (language: UiLanguage): void => {
    rememberLanguage(language);
    void i18n.changeLanguage(language);
  };
  return (
    <SettingsFrame part="browser">
      <div className="grid max-w-3xl gap-6">
        <p className="text-soft">{t('browserText')}</p>
        <div className="grid gap-6 sm:grid-cols-2">
          <Field label={t('language')}>
            <Select value={i18n.language as UiLanguage} options={languages} onChange={chooseLanguage} />
          </Field>
          <Field label={t('theme')}>
            <Select value={currentTheme} options={themes} onChange={chooseTheme} />
          </Field>
        </div>
        <Switch label={t('expert.name')} hint={t('expert.hint')} isOn={expert} onChange={chooseExpert} />
      </div>
    </SettingsFrame>
  );
}
