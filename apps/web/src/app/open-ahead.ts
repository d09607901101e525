import type { QueryClient } from '@tanstack/react-query';
import { matchRoutes, type RouteObject } from 'react-router';
import type { Ahead, Area } from './page';

/** Longer than this nobody looks at nothing: the frame of the page comes first then. */
const PATIENCE_MS = 300;

interface Opening {
  /** Whose words it needs. */
  readonly areas: readonly Area[];
  /** The page is here, or it takes long. */
  readonly page: Promise<unknown>;
}

/**
 * Fetches the page at `pathname` and what it shows first, while the entry is still at work: who opens a session by its
 * address waits for one way to the server rather than for three in turn. Worth waiting for: a skeleton that React has
 * shown once stays for 300 ms, also when the page comes a moment later.
 */
export function openAhead(routes: RouteObject[], pathname: string, client: QueryClient): Opening {
  const match = matchRoutes(routes, pathname)?.at(-1);
  const ahead = match?.route.handle as Ahead | undefined;
  if (match === undefined || ahead === undefined) return { areas: [], page: Promise.resolve() };
  // What fails here fails again where it is drawn, and is said there.
  ahead.read?.(client, match.params).catch(() => undefined);
  const page = ahead.open().catch(() => undefined);
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  return { areas: ahead.areas, page: Promise.race([page, patience]) };
}
