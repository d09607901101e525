import type { IncomingMessage } from 'node:http';
import { csrfTokenOf, Identities, isSame, OWNER, type Principal, rememberAsking } from '@council/access';
import { addressList, AppConfig, isLoopbackHost } from '@council/config';
import { AppError } from '@council/kernel';
import { Injectable } from '@nestjs/common';
import { ApiToken } from './api-token.js';
import { clientAddress, type Forwarded, isBehindTrusted } from './client-address.js';
import { isHealth, isOpen, isRead, pathOf, TOKEN_PATH } from './open-addresses.js';
import { Origins } from './origins.js';
import { sessionCookieOf } from './session-cookie.js';
import { isOfPage } from './static-page.js';

export type Speaker = Pick<IncomingMessage, 'method' | 'url' | 'headers'> & {
  readonly socket: Pick<IncomingMessage['socket'], 'localPort' | 'remoteAddress'>;
};
/** `token`: there are no users yet, and COUNCIL_API_TOKEN opens. */
export type AccessMode = 'single-user' | 'token' | 'users';

interface Shown {
  readonly principal: Principal;
  readonly credential: string;
}

/** Whoever holds COUNCIL_API_TOKEN. */
const holder = (by: Principal['by']): Principal => ({ userUuid: null, name: 'token', role: 'admin', by });

/**
 * Who speaks, and whether they may at all. In single-user mode the server is one person's own, on loopback: what a web
 * page of another site, a rebound name or a proxy could send is refused. Else it counts what is shown: a cookie, a token
 * of a program, or the one that the environment names. Asked for every request and every WebSocket upgrade, before
 * anything of them is read. What they may do is decided at the routes.
 */
@Injectable()
export class WhoMaySpeak {
  private readonly token: ApiToken | null;
  private readonly trusted;
  private readonly origins: Origins;

  constructor(
    private readonly config: AppConfig,
    private readonly identities: Identities,
  ) {
    this.token = config.apiToken === undefined ? null : new ApiToken(config.apiToken);
    this.trusted = addressList(config.trustedProxies);
    this.origins = new Origins(config.publicUrl);
  }

  /** Throws what stands against the request. An upgrade counts as a write: it opens a way to send commands. */
  async check(request: Speaker, isUpgrade = false): Promise<void> {
    const address = clientAddress(request, this.trusted);
    const path = pathOf(request);
    // Orchestrators ask by address and carry no credentials, and health tells nobody anything about a document:
    // neither the Host rule nor the token stands before it.
    if (!isUpgrade && isHealth(request, path)) {
      rememberAsking(request, { principal: null, credential: null, address });
      return;
    }
    // The page itself is the same for everybody: it is served also while the database is away.
    const isPage = !isUpgrade && isRead(request) && isOfPage(path);
    const isAlone = (await this.mode(!isPage)) === 'single-user';
    if (isAlone) this.origins.refuseStrangeHost(request);
    // Before anything else is refused: it is counted and noted, whoever it was.
    else rememberAsking(request, { principal: null, credential: null, address });
    const isWrite = isUpgrade || !isRead(request);
    if (isWrite) this.origins.refuseForeignPage(request, { isAlone, isForwarded: this.isForwarded(request) });
    const shown = isPage ? null : isAlone ? { principal: OWNER, credential: null } : await this.shown(request);
    rememberAsking(request, { principal: shown?.principal ?? null, credential: shown?.credential ?? null, address });
    if (isOpen(request, path) && !isUpgrade) return;
    if (shown === null) throw strange();
    if (isWrite && shown.principal.by === 'cookie') this.refuseUnmeant(request, shown.credential ?? '', isUpgrade);
  }

  /** `isFresh`: somebody may have made the first user a moment ago. */
  async mode(isFresh = true): Promise<AccessMode> {
    const { adminPassword, host } = this.config;
    if (adminPassword !== undefined || (await this.identities.hasUsers(isFresh))) return 'users';
    if (this.token !== null) return 'token';
    return isLoopbackHost(host) ? 'single-user' : 'users';
  }

  get apiToken(): ApiToken | null {
    return this.token;
  }

  /** The page is reached by https, as far as can be known: then the cookie must not travel without it. */
  isSecure(request: Forwarded): boolean {
    const isHttps = this.config.publicUrl?.startsWith('https:') === true;
    return isHttps || (this.isForwarded(request) && request.headers['x-forwarded-proto'] === 'https');
  }

  private isForwarded(request: Forwarded): boolean {
    return isBehindTrusted(request, this.trusted);
  }

  /** A token in the header wins: it was put there on purpose, a cookie travels by itself. */
  private async shown(request: Speaker): Promise<Shown | null> {
    const bearer = /^Bearer +(\S+) *$/i.exec(request.headers.authorization ?? '')?.[1];
    const byBearer = bearer === undefined ? null : await this.ofBearer(bearer);
    if (byBearer !== null) return byBearer;
    const cookie = sessionCookieOf(request.headers.cookie, this.isSecure(request));
    return cookie === undefined ? null : this.ofCookie(cookie);
  }

  private async ofBearer(credential: string): Promise<Shown | null> {
    if (this.token?.isShown(credential) === true) return { principal: holder('bearer'), credential };
    const principal = await this.identities.ofToken(credential);
    return principal === null ? null : { principal, credential };
  }

  private async ofCookie(credential: string): Promise<Shown | null> {
    if (this.token?.isCookieValue(credential) === true) return { principal: holder('cookie'), credential };
    const principal = await this.identities.ofCookie(credential);
    return principal === null ? null : { principal, credential };
  }

  /** Browsers name the origin of every write, and only our own page can read what the header has to say. */
  private refuseUnmeant(request: Speaker, cookie: string, isUpgrade: boolean): void {
    if (request.headers.origin === undefined) throw this.origins.foreign();
    // A page cannot set headers of an upgrade; the origin alone decides there.
    if (isUpgrade || isSame(String(request.headers['x-csrf-token'] ?? ''), csrfTokenOf(cookie))) return;
    throw new AppError('forbidden', 'AUTH.CSRF', 'the request does not show that the page meant it', {
      detail: 'Send the value of the cookie council_csrf in the header X-CSRF-Token, or use a token of a program.',
    });
  }
}

function strange(): AppError {
  return new AppError('unauthenticated', 'AUTH.REQUIRED', 'you have to sign in', {
    detail: `Sign in, or send "Authorization: Bearer <token>"; POST ${TOKEN_PATH} takes COUNCIL_API_TOKEN.`,
  });
}
