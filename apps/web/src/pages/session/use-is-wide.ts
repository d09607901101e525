import { useSyncExternalStore } from 'react';

const WIDE = matchMedia('(min-width: 72rem)');
const subscribe = (listener: () => void): (() => void) => {
  WIDE.addEventListener('change', listener);
  return () => WIDE.removeEventListener('change', listener);
};

/** Whether two columns fit. */
export const useIsWide = (): boolean => useSyncExternalStore(subscribe, () => WIDE.matches);
