import { type RouteObject, unstable_HistoryRouter as HistoryRouter, useRoutes } from 'react-router';
import { HomePage } from '@/pages/home/home-page';
import { guardedHistory } from './guarded-history';
import { NotFoundPage } from './not-found-page';
import { page } from './page';
import { Shell } from './shell';

/**
 * Every page, loaded when it is first visited. Home comes with the entry: it is two kilobytes, and what it shares with
 * the other pages would be scattered over twenty files.
 */
const PAGES: RouteObject[] = [
  { index: true, element: page(() => Promise.resolve({ HomePage }), 'home', 'reviews') },
  { path: 'start', element: page(() => import('@/pages/start/start-page'), 'start', 'templates') },
  { path: 'sessions', element: page(() => import('@/pages/sessions/sessions-page'), 'sessions', 'templates') },
  {
    path: 'sessions/:sessionUuid',
    element: page(() => import('@/pages/session/session-page'), 'session', 'sessions', 'templates'),
  },
  {
    path: 'sessions/:sessionUuid/print',
    element: page(() => import('@/pages/session-print/print-page'), 'sessions'),
  },
  { path: 'reviews', element: page(() => import('@/pages/reviews/reviews-page'), 'reviews', 'session') },
  { path: 'agents', element: page(() => import('@/pages/agents/agents-page'), 'agents', 'library') },
  { path: 'agents/new', element: page(() => import('@/pages/agents/new-agent-page'), 'agents', 'library') },
  { path: 'agents/:agentUuid', element: page(() => import('@/pages/agents/agent-page'), 'agents', 'library') },
  { path: 'groups', element: page(() => import('@/pages/groups/groups-page'), 'groups', 'library') },
  { path: 'groups/new', element: page(() => import('@/pages/groups/new-group-page'), 'groups', 'library') },
  {
    path: 'groups/:groupUuid',
    element: page(() => import('@/pages/groups/group-page'), 'groups', 'library', 'templates', 'access'),
  },
  { path: 'templates', element: page(() => import('@/pages/templates/templates-page'), 'templates', 'library') },
  {
    path: 'templates/:templateUuid',
    element: page(() => import('@/pages/templates/template-page'), 'templates', 'library'),
  },
  { path: 'settings', element: page(() => import('@/pages/settings/settings-page'), 'settings') },
  { path: 'settings/providers', element: page(() => import('@/pages/settings/providers-page'), 'settings') },
  { path: 'settings/providers/new', element: page(() => import('@/pages/settings/new-provider-page'), 'settings') },
  { path: 'settings/providers/:providerId', element: page(() => import('@/pages/settings/provider-page'), 'settings') },
  { path: 'settings/prices', element: page(() => import('@/pages/settings/prices-page'), 'settings') },
  { path: 'settings/system', element: page(() => import('@/pages/settings/system-page'), 'settings') },
  { path: 'settings/users', element: page(() => import('@/pages/settings/users-page'), 'settings', 'access') },
  { path: 'settings/account', element: page(() => import('@/pages/settings/account-page'), 'settings', 'access') },
  { path: 'components', element: page(() => import('@/pages/components/components-page'), 'components') },
  { path: '*', element: <NotFoundPage /> },
];
const ROUTES: RouteObject[] = [{ element: <Shell />, children: PAGES }];
const history = guardedHistory();

export function Routes() {
  return (
    <HistoryRouter history={history}>
      <Pages />
    </HistoryRouter>
  );
}

const Pages = () => useRoutes(ROUTES);
