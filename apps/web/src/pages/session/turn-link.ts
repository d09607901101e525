const PREFIX = '#turn-';

export const hashOfTurn = (key: string): string => PREFIX + encodeURIComponent(key);

/** The address of one message: the session's, with the turn behind it. */
export const linkToTurn = (key: string): string => `${location.origin}${location.pathname}${hashOfTurn(key)}`;

/** Which turn an address leads to; null: none. */
export function turnOfHash(hash: string): string | null {
  if (!hash.startsWith(PREFIX)) return null;
  try {
    return decodeURIComponent(hash.slice(PREFIX.length));
  } catch {
    // Cut off on its way here: the session opens at its begin.
    return null;
  }
}
