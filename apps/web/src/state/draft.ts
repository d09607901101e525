import { readStored } from './stored';

/**
 * What is being written and was not sent yet, kept by this tab: a reload, or a look at another page, loses nothing. A
 * browser that keeps nothing is no reason to fail.
 */
const PREFIX = 'council.draft.';

interface Kept {
  /** Who wrote it (`state/person.ts`): a tab that slept meanwhile is not asked to forget it, and shows it to nobody else. */
  readonly by: string | null;
  readonly draft: unknown;
}

const writer = (): string | null => readStored('person');

export function readDraft(name: string): unknown {
  try {
    const kept = JSON.parse(sessionStorage.getItem(PREFIX + name) ?? 'null') as Kept | null;
    return kept !== null && kept.by === writer() ? kept.draft : null;
  } catch {
    return null;
  }
}

/** Null forgets. */
export function keepDraft(name: string, draft: unknown): void {
  try {
    if (draft === null) sessionStorage.removeItem(PREFIX + name);
    else sessionStorage.setItem(PREFIX + name, JSON.stringify({ by: writer(), draft } satisfies Kept));
  } catch {
    // Larger than a tab may keep: everything else works.
  }
}

/** Whoever sits here next must not find it. */
export function forgetDrafts(): void {
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
  } catch {
    // Then nothing was kept either.
  }
}
