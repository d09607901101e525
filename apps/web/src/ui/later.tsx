import { type ReactNode, useDeferredValue } from 'react';

/** A moment after the rest, in small pieces between which the page answers: what is not read first. */
export function Later({ children }: { readonly children: ReactNode }) {
  return useDeferredValue(true, false) && children;
}
