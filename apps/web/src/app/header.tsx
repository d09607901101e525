import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink } from 'react-router';
import { cx } from '@/ui/cx';
import { ErrorBoundary } from './error-boundary';
import { LanguageSwitch } from './language-switch';
import { page } from './page';
import { PLACES } from './places';
import { Shortcuts } from './shortcuts';
import { ThemeSwitch } from './theme-switch';
import { WaitingCount } from './waiting-count';

const ACCOUNT = page(() => import('./account-menu'), 'access');

const linkLook = ({ isActive }: { readonly isActive: boolean }): string =>
  cx(
    'inline-flex min-h-9 items-center gap-1.5 rounded-md px-2.5 text-sm font-medium transition-colors hover:bg-wash hover:text-ink xl:px-3',
    isActive ? 'bg-wash text-accent-strong' : 'text-soft',
  );

export function Header() {
  const { t } = useTranslation(['shell', 'common']);
  return (
    <header className="sticky top-0 z-30 border-b border-line bg-paper/95 backdrop-blur-sm print:hidden">
      <div className="mx-auto flex h-14 max-w-screen-2xl items-center gap-2 px-4 sm:px-6">
        <Link
          to="/"
          className="mr-3 flex items-center gap-2 rounded-md font-serif text-lg font-semibold whitespace-nowrap"
        >
          <img src="/icon.svg" alt="" className="size-7" />
          {t('common:product')}
        </Link>
        <nav aria-label={t('nav.label')} className="hidden grow gap-0.5 lg:flex">
          {PLACES.map(({ name, path }) => (
            <NavLink key={name} to={path} end={path === '/'} className={linkLook}>
              {t(`nav.${name}`)}
              {name === 'reviews' && <WaitingCount />}
            </NavLink>
          ))}
        </nav>
        <div className="ml-auto flex items-center">
          <LanguageSwitch />
          <ThemeSwitch />
          {/* What does not come, of a build that is gone, takes no page with it. */}
          <ErrorBoundary fallback={() => null}>
            <Shortcuts />
          </ErrorBoundary>
          <ErrorBoundary fallback={() => null}>
            <Suspense>{ACCOUNT}</Suspense>
          </ErrorBoundary>
        </div>
      </div>
    </header>
  );
}
