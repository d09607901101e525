/** What this browser remembers. A browser that keeps nothing (a private window, a full disk) is no reason to fail. */
export function readStored(key: string): string | null {
  try {
    return localStorage.getItem(`council.${key}`);
  } catch {
    return null;
  }
}

/** Null forgets. */
export function store(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`council.${key}`);
    else localStorage.setItem(`council.${key}`, value);
  } catch {
    // Nothing is remembered, and everything else works.
  }
}
