import { readStored, store } from './stored';
import { Value } from './value';

export const THEMES = ['light', 'dark', 'system'] as const;
export type Theme = (typeof THEMES)[number];

/** What was chosen in this browser; `public/early.js` has drawn it before the first paint. */
export const theme = new Value<Theme>(THEMES.find((name) => name === readStored('theme')) ?? 'system');

/** The system's own wish needs no script: the colours follow `color-scheme`. */
export function chooseTheme(next: Theme): void {
  theme.set(next);
  store('theme', next === 'system' ? null : next);
  if (next === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = next;
}
