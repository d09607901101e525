import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation } from 'react-router';
import { isSignInWanted } from '@/api/sign-in-gate';
import { useValue } from '@/state/use-value';
import { BrokenPage } from './broken-page';
import { ErrorBoundary } from './error-boundary';
import { Header } from './header';
import { OfflineBanner } from './offline-banner';
import { page } from './page';
import { PageSkeleton } from './page-skeleton';
import { TabBar } from './tab-bar';
import { useArrival } from './use-arrival';
import { WritingFor } from './writing-for';

const SIGN_IN = page(() => import('./sign-in-dialog'), 'access');
const Toaster = lazy(() => import('./toaster'));

/** What stands around every page. */
export function Shell() {
  const { t } = useTranslation('shell');
  const { pathname } = useLocation();
  const main = useArrival();
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
        className="mx-auto min-h-[calc(100dvh-3.5rem)] max-w-screen-2xl px-4 pt-6 pb-24 sm:px-6 lg:pb-12 print:max-w-none print:p-0"
      >
        <ErrorBoundary resetKey={pathname} fallback={(error) => <BrokenPage error={error} />}>
          <Suspense fallback={<PageSkeleton />}>
            <WritingFor need="member">
              <Outlet />
            </WritingFor>
          </Suspense>
        </ErrorBoundary>
      </main>
      <TabBar />
      {useValue(isSignInWanted) && (
        <ErrorBoundary fallback={(error) => <BrokenPage error={error} />}>
          <Suspense>{SIGN_IN}</Suspense>
        </ErrorBoundary>
      )}
      <ErrorBoundary fallback={() => null}>
        <Suspense>
          <Toaster />
        </Suspense>
      </ErrorBoundary>
    </>
  );
}
