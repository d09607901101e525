import type { IncomingMessage } from 'node:http';
import { AppError } from '@council/kernel';

type Addressed = Pick<IncomingMessage, 'headers'> & {
  readonly socket: Pick<IncomingMessage['socket'], 'localPort'>;
};

const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]'];

/** Under which names the server is itself, and which pages are its own. */
export class Origins {
  private readonly publicUrl: URL | null;

  constructor(publicUrl: string | undefined) {
    this.publicUrl = publicUrl === undefined ? null : new URL(publicUrl);
  }

  /** In single-user mode: a rebound name, or a proxy that would let the world in. */
  refuseStrangeHost(request: Addressed): void {
    const forwarded = Object.keys(request.headers).find((header) => /^(forwarded$|x-forwarded-)/.test(header));
    if (forwarded !== undefined) {
      throw new AppError('forbidden', 'REQUEST.FORWARDED', 'forwarded requests are refused in single-user mode', {
        detail: `The request carries ${forwarded}: a proxy stands before the server. Add a user, or set COUNCIL_API_TOKEN, to allow that.`,
      });
    }
    if (this.isOwnHost(request.headers.host ?? '', request.socket.localPort)) return;
    throw new AppError('forbidden', 'HOST.NOT_ALLOWED', 'the request names a host that this server is not', {
      detail: 'Reach it as localhost or 127.0.0.1, or set PUBLIC_URL to the address that you use.',
    });
  }

  /** `isAlone`: in single-user mode. `isForwarded`: by a proxy that is trusted. */
  refuseForeignPage(request: Addressed, how: { readonly isAlone: boolean; readonly isForwarded: boolean }): void {
    const { origin } = request.headers;
    if (origin !== undefined && !this.isOwn(origin, request, how)) throw this.foreign();
  }

  foreign(): AppError {
    return new AppError('forbidden', 'ORIGIN.NOT_ALLOWED', 'the request comes from a page of another site', {
      detail: 'Open the page under the address of this server, or set PUBLIC_URL to the address that you use.',
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

  private isOwn(
    origin: string,
    request: Addressed,
    { isAlone, isForwarded }: { readonly isAlone: boolean; readonly isForwarded: boolean },
  ): boolean {
    if (!/^https?:\/\//i.test(origin) || !URL.canParse(origin)) return false;
    const url = new URL(origin);
    if (url.host === this.publicUrl?.host) return true;
    if (isAlone) {
      const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
      return LOOPBACK_NAMES.includes(url.hostname) && port === request.socket.localPort;
    }
    // Behind a proxy the port that the browser sees is the proxy's: the name decides.
    const host = (isForwarded ? request.headers['x-forwarded-host'] : undefined) ?? request.headers.host ?? '';
    return URL.canParse(`http://${String(host)}`) && new URL(`http://${String(host)}`).hostname === url.hostname;
  }
}
