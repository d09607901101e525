import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { sha256 } from '@council/kernel';

/** 256 bits, fit for a header and a cookie. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is kept of a secret that has 256 bits of its own: whoever reads the database cannot show it. */
export const digestOf = sha256;

/** Bound to the cookie: a page of another site can neither read the cookie nor make this of anything that it knows. */
export const csrfTokenOf = (cookie: string): string =>
  createHmac('sha256', cookie).update('council csrf').digest('base64url');

/** In constant time, whatever the lengths: digests are compared. */
export const isSame = (a: string, b: string): boolean =>
  timingSafeEqual(Buffer.from(sha256(a)), Buffer.from(sha256(b)));
