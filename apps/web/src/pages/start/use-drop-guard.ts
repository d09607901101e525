import { useEffect } from 'react';

const NAMES = ['dragover', 'drop'] as const;

/** Text that is dragged into a field, or about in it, is the browser's own business. */
const isTyped = ({ target, dataTransfer }: DragEvent): boolean =>
  dataTransfer?.types.includes('Files') !== true &&
  (target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement);

const prevent = (event: DragEvent): void => {
  if (!isTyped(event)) event.preventDefault();
};

/** A file that misses its place would otherwise replace the page. */
export function useDropGuard(): void {
  useEffect(() => {
    for (const name of NAMES) addEventListener(name, prevent);
    return () => {
      for (const name of NAMES) removeEventListener(name, prevent);
    };
  }, []);
}
