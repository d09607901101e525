/** Where the verdict stands in the page. */
export const VERDICT_ID = 'verdict';

/** Brings it into sight and gives it the focus. */
export function showVerdict(): void {
  const verdict = document.getElementById(VERDICT_ID);
  verdict?.scrollIntoView({ block: 'start' });
  verdict?.focus({ preventScroll: true });
}
