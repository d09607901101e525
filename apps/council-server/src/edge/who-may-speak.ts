import type { IncomingMessage } from 'node:http';
import { AppConfig } from '@council/config';
import { AppError } from '@council/kernel';
import { Injectable } from '@nestjs/common';
import { ApiToken, cookieOf, SESSION_COOKIE } from './api-token.js';
import { isOfPage } from './static-page.js';

export type Speaker = Pick<IncomingMessage, 'method' | 'url' | 'headers'> & {
  readonly socket: Pick<IncomingMessage['socket'], 'localPort'>;
};

const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]'];
const READS = new Set(['GET', 'HEAD', 'OPTIONS']);
const TOKEN_PATH = '/api/v1/auth/token';

/**
 * Who may speak before there are users. Without a token the server is one person's own, on loopback: what a web page of
 * another site, a rebound name or a proxy could send is refused. With a token, the token is what counts.
 * Asked for every request and every WebSocket upgrade, before anything of them is read.
 */
@Injectable()
export class WhoMaySpeak {
  private readonly token: ApiToken | null;
  private readonly publicUrl: URL | null;

  constructor(config: AppConfig) {
    this.token = config.apiToken === undefined ? null : new ApiToken(config.apiToken);
    this.publicUrl = config.publicUrl === undefined ? null : new URL(config.publicUrl);
  }

  /** Throws what stands against the request. An upgrade counts as a write: it opens a way to send commands. */
  check(request: Speaker, isUpgrade = false): void {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    // Orchestrators ask by address and carry no credentials, and health tells nobody anything about a document:
    // neither the Host rule nor the token stands before it.
    if (!isUpgrade && isRead(request) && /^\/health(\/(live|ready))?$/.test(path)) return;
    if (this.token === null) {
      this.refuseForwarded(request);
      this.refuseHost(request);
    }
    if (isUpgrade || !isRead(request)) this.refuseOrigin(request);
    if (this.token !== null && !isOpen(request, path)) this.refuseStranger(request, this.token);
  }

  /** Null in single-user mode. */
  get apiToken(): ApiToken | null {
    return this.token;
  }

  /** The page is reached by https, as far as can be known: then the cookie must not travel without it. */
  isSecure(request: Pick<IncomingMessage, 'headers'>): boolean {
    return this.publicUrl?.protocol === 'https:' || request.headers['x-forwarded-proto'] === 'https';
  }

  private refuseForwarded(request: Speaker): void {
    const name = Object.keys(request.headers).find((header) => /^(forwarded$|x-forwarded-)/.test(header));
    if (name === undefined) return;
    throw new AppError('forbidden', 'REQUEST.FORWARDED', 'forwarded requests are refused without a token', {
      detail: `The request carries ${name}: a proxy stands before the server. Set COUNCIL_API_TOKEN to allow that.`,
    });
  }

  private refuseHost(request: Speaker): void {
    if (this.isOwnHost(request.headers.host ?? '', request.socket.localPort)) return;
    throw new AppError('forbidden', 'HOST.NOT_ALLOWED', 'the request names a host that this server is not', {
      detail: 'Reach it as localhost or 127.0.0.1, or set PUBLIC_URL to the address that you use.',
    });
  }

  private refuseOrigin(request: Speaker): void {
    const { origin } = request.headers;
    if (origin === undefined || this.isOwnOrigin(origin, request)) return;
    throw new AppError('forbidden', 'ORIGIN.NOT_ALLOWED', 'the request comes from a page of another site', {
      detail: 'Open the page under the address of this server, or set PUBLIC_URL to the address that you use.',
    });
  }

  private refuseStranger(request: Speaker, token: ApiToken): void {
    const bearer = /^Bearer +(\S+) *$/i.exec(request.headers.authorization ?? '')?.[1];
    if (bearer !== undefined && token.isShown(bearer)) return;
    const cookie = cookieOf(request.headers.cookie, SESSION_COOKIE);
    if (cookie !== undefined && token.isCookieValue(cookie)) return;
    throw new AppError('unauthenticated', 'AUTH.REQUIRED', 'a token is needed', {
      detail: `Send "Authorization: Bearer <COUNCIL_API_TOKEN>", or show the token once at POST ${TOKEN_PATH}.`,
    });
  }

  /** With the port that was really bound, or with none. */
  private isOwnHost(host: string, port: number | undefined): boolean {
    const [, name = '', given] = /^(\[[0-9a-f:.]+\]|[^:]+)(?::(\d+))?$/i.exec(host.toLowerCase()) ?? [];
    const isOwnPort = given === undefined || Number(given) === port;
    if (LOOPBACK_NAMES.includes(name) && isOwnPort) return true;
    if (this.publicUrl === null) return false;
    return host.toLowerCase() === this.publicUrl.host || (name === this.publicUrl.hostname && isOwnPort);
  }

  private isOwnOrigin(origin: string, request: Speaker): boolean {
    if (!/^https?:\/\//i.test(origin) || !URL.canParse(origin)) return false;
    const url = new URL(origin);
    if (url.host === this.publicUrl?.host) return true;
    if (this.token === null) {
      const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
      return LOOPBACK_NAMES.includes(url.hostname) && port === request.socket.localPort;
    }
    // Behind a proxy the port that the browser sees is the proxy's: the name decides.
    const host = request.headers['x-forwarded-host'] ?? request.headers.host ?? '';
    return URL.canParse(`http://${String(host)}`) && new URL(`http://${String(host)}`).hostname === url.hostname;
  }
}

function isRead(request: Speaker): boolean {
  return READS.has(request.method ?? '');
}

/** What a browser needs before it can show the token: the page, and the place to show it. */
function isOpen(request: Speaker, path: string): boolean {
  if (request.method === 'POST') return path === TOKEN_PATH;
  return isRead(request) && isOfPage(path);
}
