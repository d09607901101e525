import type { Principal } from './rules.js';

/** Who somebody is by what they show. */
export abstract class Identities {
  /**
   * From the first user on people sign in; users are never deleted, so that it stays so. Not `isFresh`: what was known
   * last will do, and nobody waits for the database.
   */
  abstract hasUsers(isFresh?: boolean): Promise<boolean>;
  abstract ofCookie(cookie: string): Promise<Principal | null>;
  abstract ofToken(token: string): Promise<Principal | null>;
  /** As they are now; null: they may not speak any more. For what stays open for long. */
  abstract again(principal: Principal, credential: string | null): Promise<Principal | null>;
}
