import { useSyncExternalStore } from 'react';

/** A hook that says whether this holds of the window: what a page has for another size of it need not be drawn. */
export function mediaHook(query: string): () => boolean {
  const list = matchMedia(query);
  const subscribe = (listener: () => void): (() => void) => {
    list.addEventListener('change', listener);
    return () => list.removeEventListener('change', listener);
  };
  return function useMedia() {
    return useSyncExternalStore(subscribe, () => list.matches);
  };
}
