import { createContext, use } from 'react';

/** What scrolls around the transcript: a panel, or null for the page. */
export const ScrollerContext = createContext<HTMLElement | null>(null);

export const useScroller = (): HTMLElement | null => use(ScrollerContext);
