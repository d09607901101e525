import { forgetDrafts } from './draft';
import { leaveGuard } from './leave-guard';
import { readStored, store } from './stored';

const PERSON = 'person';

/** Whose page this tab shows; null: nobody who has signed in. */
let shown = readStored(PERSON);

/** What was read and typed for one person is not for the next: the page begins anew, and nobody is asked. */
function beginAnew(go: () => void): void {
  leaveGuard.set(null);
  forgetDrafts();
  go();
}

const goHome = (): void => location.assign('/');

/** Says whom the server answered. Whoever signs in over the page of somebody else gets it anew, as theirs. */
export function metPerson(person: string): void {
  const [before, isOther] = [shown, shown !== null && shown !== person];
  shown = person;
  if (before !== person) store(PERSON, person);
  if (isOther) beginAnew(() => location.reload());
}

/** Whoever signs out leaves every tab of this browser. */
export function personLeft(): void {
  shown = null;
  store(PERSON, null);
  beginAnew(goHome);
}

/** Leaves with whoever signs out in another tab, and when the browser brings back a page that it had put aside. */
export function watchPerson(): void {
  const check = (): void => {
    if (shown !== null && readStored(PERSON) !== shown) beginAnew(goHome);
  };
  addEventListener('storage', check);
  addEventListener('pageshow', check);
}
