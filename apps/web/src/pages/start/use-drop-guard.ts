import { useEffect } from 'react';

const NAMES = ['dragover', 'drop'] as const;
const prevent = (event: Event): void => event.preventDefault();

/** A file that misses its place would otherwise replace the page. */
export function useDropGuard(): void {
  useEffect(() => {
    for (const name of NAMES) addEventListener(name, prevent);
    return () => {
      for (const name of NAMES) removeEventListener(name, prevent);
    };
  }, []);
}
