import { NavigationType, parsePath, UNSAFE_createBrowserHistory as createBrowserHistory } from 'react-router';
import { leaveGuard } from '@/state/leave-guard';

type History = ReturnType<typeof createBrowserHistory>;
type To = Parameters<History['push']>[0];
type Listener = Parameters<History['listen']>[0];

/**
 * The browser's history, in which a page with unsaved changes is asked before it is left: by a link, by the program, by
 * Back and Forward. React Router's own blocker comes with its data router, which would be 17 KB of the first load.
 */
export function guardedHistory(): History {
  const history = createBrowserHistory({ v5Compat: true });
  const isLeft = (pathname: string): boolean => pathname !== shown;
  let shown = history.location.pathname;

  const move = (to: To, state: unknown, go: () => void): void => {
    const { pathname = shown } = typeof to === 'string' ? parsePath(to) : to;
    const guard = leaveGuard.get();
    if (guard === null || !isLeft(pathname) || guard.isSettled(state)) go();
    else guard.ask(go);
  };

  return {
    get action() {
      return history.action;
    },
    get location() {
      return history.location;
    },
    createHref: (to) => history.createHref(to),
    createURL: (to) => history.createURL(to),
    encodeLocation: (to) => history.encodeLocation(to),
    go: (delta) => history.go(delta),
    push: (to, state) => move(to, state, () => history.push(to, state)),
    replace: (to, state) => move(to, state, () => history.replace(to, state)),
    listen: (listener) =>
      history.listen(
        asking(history, isLeft, (update) => {
          shown = update.location.pathname;
          listener(update);
        }),
      ),
  };
}

/** The browser has moved already when it says so: the move is taken back, asked about, and made again. */
function asking(history: History, isLeft: (pathname: string) => boolean, listener: Listener): Listener {
  let next: 'taken back' | 'decided' | null = null;
  return (update) => {
    const { action, delta, location } = update;
    const [is, guard] = [next, leaveGuard.get()];
    next = null;
    if (is === 'taken back') return;
    const isMoved = action === NavigationType.Pop && delta !== null && delta !== 0 && isLeft(location.pathname);
    if (is === 'decided' || guard === null || !isMoved) {
      listener(update);
      return;
    }
    next = 'taken back';
    history.go(-delta);
    guard.ask(() => {
      next = 'decided';
      history.go(delta);
    });
  };
}
