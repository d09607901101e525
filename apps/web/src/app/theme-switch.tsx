import { Monitor, Moon, Sun } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { chooseTheme, theme, THEMES } from '@/state/theme';
import { useValue } from '@/state/use-value';
import { IconButton } from '@/ui/icon-button';

const ICONS = { light: Sun, dark: Moon, system: Monitor };

/** Each press goes on to the next: light, dark, as the system. */
export function ThemeSwitch() {
  const { t } = useTranslation('shell');
  const current = useValue(theme);
  const next = THEMES[(THEMES.indexOf(current) + 1) % THEMES.length] ?? 'system';
  return (
    <IconButton
      icon={ICONS[current]}
      label={t('theme.now', { theme: t(`theme.${current}`) })}
      onClick={() => {
        chooseTheme(next);
      }}
    />
  );
}
