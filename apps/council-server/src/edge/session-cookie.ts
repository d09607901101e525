import { csrfTokenOf } from '@council/access';

const SESSION = 'council_session';
const CSRF = 'council_csrf';
/** The browser takes a cookie of such a name only over https, from this host, for all of it. */
const HOST_ONLY = '__Host-';

/** Both cookies of a sign-in: one that no script can read, and one that the page shows again in a header. */
export function sessionCookies(value: string, isSecure: boolean): readonly string[] {
  return [
    `${nameOf(SESSION, isSecure)}=${value}; Path=/; HttpOnly; SameSite=Strict${secure(isSecure)}`,
    `${nameOf(CSRF, isSecure)}=${csrfTokenOf(value)}; Path=/; SameSite=Strict${secure(isSecure)}`,
  ];
}

export function endedCookies(isSecure: boolean): readonly string[] {
  return [SESSION, CSRF].map(
    (name) => `${nameOf(name, isSecure)}=; Path=/; Max-Age=0; SameSite=Strict${secure(isSecure)}`,
  );
}

/** Over https only the cookie that nobody beside this host can have set. */
export function sessionCookieOf(header: string | undefined, isSecure: boolean): string | undefined {
  return cookieOf(header, nameOf(SESSION, isSecure));
}

const nameOf = (name: string, isSecure: boolean): string => (isSecure ? `${HOST_ONLY}${name}` : name);
const secure = (isSecure: boolean): string => (isSecure ? '; Secure' : '');

/** The value of one cookie of a `Cookie` header. */
function cookieOf(header: string | undefined, name: string): string | undefined {
  for (const pair of header?.split(';') ?? []) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return undefined;
}
