import { type RouteObject, useRoutes } from 'react-router';
import { templateQueries } from '@/api/queries/lists';
import { sessionQueries } from '@/api/queries/sessions';
import { HomePage } from '@/pages/home/home-page';
import { AppRouter } from './app-router';
import { guardedHistory } from './guarded-history';
import { NotFoundPage } from './not-found-page';
import { route } from './page';
import { Shell } from './shell';

/** Every page, loaded when it is first visited. Home comes with the entry, and its words (`i18n.ts`): it is two kilobytes. */
const PAGES: RouteObject[] = [
  { index: true, element: <HomePage /> },
  route(
    'start',
    () => import('@/pages/start/start-page'),
    ['start', 'templates'],
    (client) => client.query(templateQueries.list()),
  ),
  route('sessions', () => import('@/pages/sessions/sessions-page'), ['sessions', 'templates']),
  route(
    'sessions/:sessionUuid',
    () => import('@/pages/session/session-page'),
    ['session', 'sessions', 'templates'],
    (client, { sessionUuid = '' }) => client.query(sessionQueries.one(sessionUuid)),
  ),
  route('sessions/:sessionUuid/print', () => import('@/pages/session-print/print-page'), ['sessions']),
  route('reviews', () => import('@/pages/reviews/reviews-page'), ['reviews', 'session']),
  route('agents', () => import('@/pages/agents/agents-page'), ['agents', 'library']),
  route('agents/new', () => import('@/pages/agents/new-agent-page'), ['agents', 'library']),
  route('agents/:agentUuid', () => import('@/pages/agents/agent-page'), ['agents', 'library']),
  route('groups', () => import('@/pages/groups/groups-page'), ['groups', 'library']),
  route('groups/new', () => import('@/pages/groups/new-group-page'), ['groups', 'library']),
  route('groups/:groupUuid', () => import('@/pages/groups/group-page'), ['groups', 'library', 'templates', 'access']),
  route('templates', () => import('@/pages/templates/templates-page'), ['templates', 'library']),
  route('templates/:templateUuid', () => import('@/pages/templates/template-page'), ['templates', 'library']),
  route('settings', () => import('@/pages/settings/settings-page'), ['settings']),
  route('settings/providers', () => import('@/pages/settings/providers-page'), ['settings']),
  route('settings/providers/new', () => import('@/pages/settings/new-provider-page'), ['settings']),
  route('settings/providers/:providerId', () => import('@/pages/settings/provider-page'), ['settings']),
  route('settings/prices', () => import('@/pages/settings/prices-page'), ['settings']),
  route('settings/system', () => import('@/pages/settings/system-page'), ['settings']),
  route('settings/users', () => import('@/pages/settings/users-page'), ['settings', 'access']),
  route('settings/audit', () => import('@/pages/settings/audit-page'), ['settings', 'audit']),
  route('settings/account', () => import('@/pages/settings/account-page'), ['settings', 'access']),
  route('components', () => import('@/pages/components/components-page'), ['components']),
  { path: '*', element: <NotFoundPage /> },
];
export const ROUTES: RouteObject[] = [{ element: <Shell />, children: PAGES }];
const history = guardedHistory();

export function Routes() {
  return (
    <AppRouter history={history}>
      <Pages />
    </AppRouter>
  );
}

const Pages = () => useRoutes(ROUTES);
