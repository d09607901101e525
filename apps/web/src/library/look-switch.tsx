import { LayoutGrid, type LucideIcon, Rows3 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { chooseLibraryLook, type LibraryLook, libraryLook } from '@/state/library-look';
import { useValue } from '@/state/use-value';
import { IconButton } from '@/ui/icon-button';

const LOOKS: readonly (readonly [LibraryLook, LucideIcon])[] = [
  ['grid', LayoutGrid],
  ['list', Rows3],
];

/** Cards side by side, or one under the other. */
export function LookSwitch() {
  const { t } = useTranslation('library');
  const look = useValue(libraryLook);
  return (
    <div role="group" aria-label={t('look.label')} className="flex gap-1">
      {LOOKS.map(([name, icon]) => (
        <IconButton
          key={name}
          icon={icon}
          label={t(`look.${name}`)}
          aria-pressed={look === name}
          className={look === name ? 'bg-wash text-accent-strong' : ''}
          onClick={() => chooseLibraryLook(name)}
        />
      ))}
    </div>
  );
}
