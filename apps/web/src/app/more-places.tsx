import { Ellipsis } from 'lucide-react';
import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { cx } from '@/ui/cx';
import type { Place } from './places';

interface MorePlacesProps {
  readonly places: readonly Place[];
  readonly className: string;
}

/** What has no tab of its own. A popover of the browser: it closes by itself, and takes no script into the first load. */
export function MorePlaces({ places, className }: MorePlacesProps) {
  const { t } = useTranslation('shell');
  const id = useId();
  const sheet = useRef<HTMLDivElement>(null);
  return (
    <>
      <button type="button" popoverTarget={id} className={className}>
        <Ellipsis aria-hidden className="size-5" />
        {t('nav.more')}
      </button>
      <div
        ref={sheet}
        id={id}
        popover="auto"
        className="fixed inset-auto right-2 bottom-[calc(4rem+env(safe-area-inset-bottom))] w-56 rounded-lg border border-line bg-card p-1.5 text-ink shadow-float"
      >
        {places.map(({ name, path, icon: Icon }) => (
          <NavLink
            key={name}
            to={path}
            onClick={() => {
              sheet.current?.hidePopover();
            }}
            className={({ isActive }) =>
              cx(
                'flex min-h-11 items-center gap-3 rounded-md px-3 text-sm font-medium hover:bg-wash',
                isActive && 'bg-wash text-accent-strong',
              )
            }
          >
            <Icon aria-hidden className="size-4 text-soft" />
            {t(`nav.${name}`)}
          </NavLink>
        ))}
      </div>
    </>
  );
}
