import { createHmac } from 'node:crypto';
import { isSame } from '@council/access';

const LIFETIME_MS = 7 * 24 * 3_600_000;

/**
 * The shared token that stands in for users. A browser shows it once and keeps a cookie that proves it without holding
 * it: an expiry and its HMAC under the token, so that a new token ends every old cookie.
 */
export class ApiToken {
  constructor(private readonly token: string) {}

  isShown(token: string): boolean {
    return isSame(token, this.token);
  }

  newCookieValue(now = Date.now()): string {
    const expires = String(now + LIFETIME_MS);
    return `${expires}.${this.sign(expires)}`;
  }

  isCookieValue(value: string, now = Date.now()): boolean {
    const [expires = '', signature = ''] = value.split('.');
    return isSame(signature, this.sign(expires)) && Number(expires) > now;
  }

  private sign(expires: string): string {
    return createHmac('sha256', this.token).update(`council session until ${expires}`).digest('base64url');
  }
}
