/** Where what waits for a decision stands in the page. */
export const REVIEW_ID = 'review';

/** Brings it into sight and gives it the focus, after what has to open for it has opened. */
export function showReview(): void {
  requestAnimationFrame(() => {
    const review = document.getElementById(REVIEW_ID);
    review?.scrollIntoView({ block: 'start' });
    review?.focus({ preventScroll: true });
  });
}
