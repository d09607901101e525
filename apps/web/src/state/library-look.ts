import { readStored, store } from './stored';
import { Value } from './value';

export type LibraryLook = 'grid' | 'list';

/** How agents, groups and templates are laid out: remembered by this browser, for all three. */
export const libraryLook = new Value<LibraryLook>(readStored('library') === 'list' ? 'list' : 'grid');

export function chooseLibraryLook(next: LibraryLook): void {
  libraryLook.set(next);
  store('library', next);
}
