import { type ReactNode, startTransition, useLayoutEffect, useState } from 'react';
import { Router } from 'react-router';
import type { guardedHistory } from './guarded-history';

interface AppRouterProps {
  readonly history: ReturnType<typeof guardedHistory>;
  readonly children: ReactNode;
}

/**
 * React Router's own router draws every move in a transition. Here only another page is: the one that is there stays
 * until the new one is loaded. What changes within a page (what is searched for, a filter, the chosen template stand in
 * its address) is drawn at once, because a field that is drawn later is set back meanwhile: letters that are typed
 * quickly are lost, and what an input method composes is broken off.
 */
export function AppRouter({ history, children }: AppRouterProps) {
  const [{ action, location }, setPlace] = useState({ action: history.action, location: history.location });
  useLayoutEffect(() => {
    let { pathname } = history.location;
    return history.listen((next) => {
      const isSamePage = next.location.pathname === pathname;
      ({ pathname } = next.location);
      if (isSamePage) setPlace(next);
      else startTransition(() => setPlace(next));
    });
  }, [history]);
  return (
    <Router location={location} navigationType={action} navigator={history}>
      {children}
    </Router>
  );
}
