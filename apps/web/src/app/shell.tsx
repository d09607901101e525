import { lazy, Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, ScrollRestoration, useLocation } from 'react-router';
import { isTokenWanted } from '@/api/token-gate';
import { useValue } from '@/state/use-value';
import { Header } from './header';
import { OfflineBanner } from './offline-banner';
import { TabBar } from './tab-bar';

const TokenDialog = lazy(() => import('./token-dialog'));
const Toaster = lazy(() => import('./toaster'));

/** What stands around every page. */
export function Shell() {
  const { t } = useTranslation('shell');
  const main = useFocusOnArrival();
  return (
    <>
      <a
        href="#main"
        className="fixed top-2 left-2 z-50 -translate-y-20 rounded-md bg-accent px-4 py-2 text-on-accent focus:translate-y-0"
      >
        {t('skip')}
      </a>
      <Header />
      <OfflineBanner />
      <main
        ref={main}
        id="main"
        tabIndex={-1}
        className="mx-auto min-h-[calc(100dvh-3.5rem)] max-w-screen-2xl px-4 pt-6 pb-24 sm:px-6 lg:pb-12"
      >
        <Outlet />
      </main>
      <TabBar />
      <ScrollRestoration />
      <Suspense>
        {useValue(isTokenWanted) && <TokenDialog />}
        <Toaster />
      </Suspense>
    </>
  );
}

/** Whoever reads with a screen reader is brought to the new page; the first page leaves the focus where it is. */
function useFocusOnArrival() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const last = useRef(pathname);
  useEffect(() => {
    if (last.current === pathname) return;
    last.current = pathname;
    main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return main;
}
