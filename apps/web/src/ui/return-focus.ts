const FLOATING = '[role=dialog], [role=alertdialog], [role=menu], [role=listbox]';
const FOCUSABLE = 'a[href], button, input, select, textarea, [tabindex]';
let last: HTMLElement | null = null;

function note({ target }: Event): void {
  const found = target instanceof Element ? target.closest<HTMLElement>(FOCUSABLE) : null;
  if (found !== null && found.closest(FLOATING) === null) last = found;
}
// `main` imports this file: a dialog may be loaded after its opener had the focus. A button that opens a menu is not
// focused by a pointer.
document.addEventListener('focusin', note);
document.addEventListener('pointerdown', note, true);

/**
 * For a dialog without a trigger of its own (a row, an item of a menu, or the program has opened it), when it closes: the
 * focus goes to where it was last in the page itself. Not where it has gone on already, to a new page.
 */
export function returnFocus(event: Event): void {
  event.preventDefault();
  if (document.activeElement === document.body && last?.isConnected === true) last.focus();
}
