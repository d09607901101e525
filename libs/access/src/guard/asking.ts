import { AppError } from '@council/kernel';
import type { Principal } from '../rules.js';

/** What is known of a request before it reaches a route. Keyed by Node's own request: HTTP and upgrades have it alike. */
export interface Asking {
  /** Null: a stranger, at an address that is open to strangers. */
  readonly principal: Principal | null;
  /** The cookie's value or the token that showed it; to be shown again by what stays open for long. */
  readonly credential: string | null;
  /** Where the request came from, seen through the proxies that are trusted. */
  readonly address: string;
}

const known = new WeakMap<object, Asking>();

export function rememberAsking(request: object, asking: Asking): void {
  known.set(request, asking);
}

/** Undefined: it was turned away before anybody asked who it is. */
export const knownAsking = (request: object): Asking | undefined => known.get(request);

/** Nobody looked at this request: then nobody may answer it. */
export function askingOf(request: object): Asking {
  const asking = known.get(request);
  if (asking === undefined) throw new Error('a request that nobody has looked at');
  return asking;
}

export function principalOf(request: object): Principal {
  const { principal } = askingOf(request);
  if (principal === null) throw new AppError('unauthenticated', 'AUTH.REQUIRED', 'you have to sign in');
  return principal;
}
