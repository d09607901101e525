import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { mediaHook } from '@/state/media-hook';
import { cx } from '@/ui/cx';
import { MorePlaces } from './more-places';
import { type Place, PLACES } from './places';
import { WaitingCount } from './waiting-count';

const TABS = PLACES.slice(0, 4);
const MORE = PLACES.slice(4);
const TAB = 'relative flex min-h-14 flex-col items-center justify-center gap-0.5 rounded-md px-1 text-xs font-medium';

/** Where the header has no room for its places. */
const useIsSmall = mediaHook('(width < 64rem)');

/** The navigation of small screens, at the thumb. */
export function TabBar() {
  return useIsSmall() && <Tabs />;
}

function Tabs() {
  const { t } = useTranslation('shell');
  return (
    <nav
      aria-label={t('nav.label')}
      className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-card pb-[env(safe-area-inset-bottom)] print:hidden"
    >
      <div className="mx-auto grid max-w-xl grid-cols-5">
        {TABS.map((place) => (
          <Tab key={place.name} place={place} />
        ))}
        <MorePlaces places={MORE} className={cx(TAB, 'text-soft')} />
      </div>
    </nav>
  );
}

function Tab({ place: { name, path, icon: Icon } }: { readonly place: Place }) {
  const { t } = useTranslation('shell');
  return (
    <NavLink
      to={path}
      end={path === '/'}
      className={({ isActive }) => cx(TAB, isActive ? 'text-accent-strong' : 'text-soft')}
    >
      <Icon aria-hidden className="size-5" />
      {t(`nav.${name}`)}
      {name === 'reviews' && (
        <span className="absolute top-1 left-1/2 ml-1.5">
          <WaitingCount />
        </span>
      )}
    </NavLink>
  );
}
