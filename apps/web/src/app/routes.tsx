import { createBrowserRouter, type RouteObject } from 'react-router';
import { BrokenPage } from './broken-page';
import { NotFoundPage } from './not-found-page';
import { page } from './page';
import { Shell } from './shell';

/** Every page, loaded when it is first visited. */
const PAGES: readonly RouteObject[] = [
  { index: true, lazy: page(() => import('@/pages/home/home-page'), 'home', 'reviews') },
  { path: 'start', lazy: page(() => import('@/pages/start/start-page'), 'start', 'templates') },
  { path: 'sessions', lazy: page(() => import('@/pages/sessions/sessions-page'), 'sessions') },
  { path: 'sessions/:sessionUuid', lazy: page(() => import('@/pages/session/session-page'), 'session') },
  { path: 'reviews', lazy: page(() => import('@/pages/reviews/reviews-page'), 'reviews') },
  { path: 'agents', lazy: page(() => import('@/pages/agents/agents-page'), 'agents') },
  { path: 'groups', lazy: page(() => import('@/pages/groups/groups-page'), 'groups') },
  { path: 'templates', lazy: page(() => import('@/pages/templates/templates-page'), 'templates') },
  { path: 'settings', lazy: page(() => import('@/pages/settings/settings-page'), 'settings') },
  { path: 'components', lazy: page(() => import('@/pages/components/components-page'), 'components') },
  { path: '*', Component: NotFoundPage },
];

export function newRouter() {
  return createBrowserRouter([
    {
      Component: Shell,
      ErrorBoundary: BrokenPage,
      HydrateFallback: () => null,
      // Around each page, inside the shell: a page that breaks leaves the navigation where it is.
      children: [{ ErrorBoundary: BrokenPage, children: [...PAGES] }],
    },
  ]);
}
