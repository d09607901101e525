import http from 'node:http';
import https from 'node:https';
import { withDeadline } from '@council/kernel';
import { type CheckedAddresses, AddressRefused } from './checked-address.js';
import { unpacked } from './unpack.js';

export interface Page {
  /** Where it was finally found. */
  readonly url: string;
  readonly status: number;
  /** Without parameters, in small letters; empty when the server said none. */
  readonly mediaType: string;
  readonly charset: string | null;
  readonly body: Buffer;
  /** The body was longer than what is read. */
  readonly isCut: boolean;
}

export interface ReadOptions {
  readonly addresses: CheckedAddresses;
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
  readonly maxBytes: number;
}

const MAX_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** GETs a page of the web. Every hop is checked, and its connection made to the address that was checked. */
export function readPage(address: string, options: ReadOptions): Promise<Page> {
  return withDeadline(options.signal, options.timeoutMs, (signal) => follow(address, { ...options, signal }));
}

async function follow(address: string, { addresses, signal, maxBytes }: ReadOptions): Promise<Page> {
  let url = webAddress(address);
  for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
    addresses.checkLiteral(url.hostname);
    const response = await open(url, addresses, signal);
    const { location } = response.headers;
    if (!REDIRECTS.has(response.statusCode ?? 0) || location === undefined) {
      return await take(response, url, maxBytes, signal);
    }
    response.destroy();
    url = webAddress(location, url);
  }
  throw new AddressRefused(`${address} leads on more than ${MAX_REDIRECTS} times`);
}

function webAddress(address: string, base?: URL): URL {
  const url = URL.canParse(address, base?.href) ? new URL(address, base) : null;
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    throw new AddressRefused(`"${address.slice(0, 200)}" is not an http or https address`);
  }
  if (url.username !== '' || url.password !== '') throw new AddressRefused('an address may hold no user and password');
  return url;
}

function open(url: URL, addresses: CheckedAddresses, signal: AbortSignal): Promise<http.IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? https : http).request(url, {
      // A connection of its own: a kept one may lead to an address that was checked for somebody else.
      agent: false,
      lookup: addresses.lookup,
      signal,
      headers: {
        accept: 'text/html, text/*;q=0.9, application/json;q=0.8, */*;q=0.1',
        'accept-encoding': 'gzip, br',
        'user-agent': 'council-server',
      },
    });
    request.once('response', resolve);
    // Also after the answer has come: what nobody listens to would end the process.
    request.on('error', (error) => {
      reject(signal.aborted ? (signal.reason as Error) : error);
    });
    request.end();
  });
}

async function take(response: http.IncomingMessage, url: URL, maxBytes: number, signal: AbortSignal): Promise<Page> {
  const [mediaType = '', ...parameters] = (response.headers['content-type'] ?? '').toLowerCase().split(';');
  const charset = parameters
    .map((part) => /^\s*charset="?([\w-]+)"?/.exec(part)?.[1])
    .find((name) => name !== undefined);
  const pieces: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const piece of unpacked(response)) {
      pieces.push(piece as Buffer);
      bytes += (piece as Buffer).length;
      if (bytes > maxBytes) break;
    }
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  } finally {
    response.destroy();
  }
  return {
    url: url.href,
    status: response.statusCode ?? 0,
    mediaType: mediaType.trim(),
    charset: charset ?? null,
    body: Buffer.concat(pieces).subarray(0, maxBytes),
    isCut: bytes > maxBytes,
  };
}
