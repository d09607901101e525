import { createBrowserRouter, type RouteObject } from 'react-router';
import { BrokenPage } from './broken-page';
import { NotFoundPage } from './not-found-page';
import { page } from './page';
import { Shell } from './shell';

/** Every page, loaded when it is first visited. */
const PAGES: readonly RouteObject[] = [
  { index: true, lazy: page(() => import('@/pages/home/home-page'), 'home') },
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
