import { useTranslation } from 'react-i18next';
import { cx } from '@/ui/cx';
import { PANELS, type RoomLayout } from './use-room-layout';

/** Which panels are open: folded ones come back from here. */
export function PanelToggles({ layout }: { readonly layout: RoomLayout }) {
  const { t } = useTranslation('session');
  return (
    <div
      role="group"
      aria-label={t('panel.which')}
      className="flex overflow-hidden rounded-md border border-line-strong"
    >
      {PANELS.map((name) => (
        <button
          key={name}
          type="button"
          aria-pressed={layout.isOpen[name]}
          title={t('panel.keys')}
          onClick={() => layout.toggle(name)}
          className={cx(
            'min-h-8 border-l border-line px-3 text-sm -outline-offset-2 first:border-0',
            layout.isOpen[name] ? 'bg-wash font-medium text-accent-strong' : 'bg-card text-soft hover:bg-wash',
          )}
        >
          {t(`panel.${name}`)}
        </button>
      ))}
    </div>
  );
}
