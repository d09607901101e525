import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

export const SESSION_COOKIE = 'council_session';
const LIFETIME_MS = 7 * 24 * 3_600_000;

/**
 * The shared token that stands in for users. A browser shows it once and keeps a cookie that proves it without holding
 * it: an expiry and its HMAC under the token, so that a new token ends every old cookie.
 */
export class ApiToken {
  constructor(private readonly token: string) {}

  isShown(token: string): boolean {
    return equal(token, this.token);
  }

  newCookieValue(now = Date.now()): string {
    const expires = String(now + LIFETIME_MS);
    return `${expires}.${this.sign(expires)}`;
  }

  isCookieValue(value: string, now = Date.now()): boolean {
    const [expires = '', signature = ''] = value.split('.');
    return equal(signature, this.sign(expires)) && Number(expires) > now;
  }

  private sign(expires: string): string {
    return createHmac('sha256', this.token).update(`council session until ${expires}`).digest('base64url');
  }
}

/** In constant time, whatever the lengths: digests are compared. */
function equal(a: string, b: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

/** The value of one cookie of a `Cookie` header. */
export function cookieOf(header: string | undefined, name: string): string | undefined {
  for (const pair of header?.split(';') ?? []) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return undefined;
}
