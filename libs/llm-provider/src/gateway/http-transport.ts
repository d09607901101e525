import http from 'node:http';
import https from 'node:https';
import { ReadableStream, type UnderlyingSource } from 'node:stream/web';
import { traceHeaders } from '@council/telemetry';
import type { UpstreamAgents, WayOut } from './upstream-agents.js';

/** An answer beyond this is no answer: some server that does not end. */
const MAX_RESPONSE_BYTES = 64 * 1024 * 1024;
/** A line of a stream is one delta. The client library's work grows with the square of its length: 16 MB took 7 s. */
const MAX_LINE_BYTES = 1024 * 1024;
const LINE_END = 10;
/** So many pieces may wait for their reader before the socket is left alone. */
const PIECES_AHEAD = 16;
const NO_BODY = new Set([204, 205, 304]);

/** Address, name and TLS took too long: nothing was sent. */
export class NoConnection extends Error {
  constructor(timeoutMs: number) {
    // "Timeout" in name or message would be taken by the client library, which then forgets the cause.
    super(`no connection within ${timeoutMs} ms`);
    this.name = 'NoConnection';
  }
}

/** What comes is no answer that anybody could use. */
export class EndlessAnswer extends Error {
  constructor(what: string, maxBytes: number) {
    super(`${what} longer than ${maxBytes} bytes`);
    this.name = 'EndlessAnswer';
  }
}

/** The proxy did not open a way to the provider: nothing was sent. */
export class ProxyRefused extends Error {
  constructor(status: number) {
    super(`the proxy answered ${status}`);
    this.name = 'ProxyRefused';
  }
}

interface TransportOptions {
  readonly agents: UpstreamAgents;
  readonly way: WayOut;
  readonly connectTimeoutMs: number;
  /** The connection stands and the request goes out: from now on it may cost something. */
  readonly onSent: () => void;
}

/**
 * A `fetch` over node:http for the client library. The built-in one cannot tell a connection that does not come from an
 * answer that does not come, nor whether anything was sent. Redirects are not followed: the key goes where it was meant.
 */
export function httpFetch(options: TransportOptions): typeof fetch {
  return (input, init = {}) =>
    new Promise((resolve, reject) => {
      const url = new URL(input instanceof Request ? input.url : input);
      const isTls = url.protocol === 'https:';
      const unmade = new AbortController();
      const request = (isTls ? https : http).request(url, {
        method: init.method ?? 'GET',
        headers: { ...traceHeaders(), ...Object.fromEntries(new Headers(init.headers)) },
        agent: options.agents.agentFor(url, options.way, unmade.signal),
      });
      let left: Error | undefined;
      const leave = (reason: Error): void => {
        left ??= reason;
        request.destroy(reason);
        // A connection that is still being made through a proxy is not the request's yet.
        if (request.socket === null) unmade.abort();
      };
      request.once('proxyConnect', ({ statusCode = 200 }: { readonly statusCode?: number }) => {
        if (statusCode !== 200) leave(new ProxyRefused(statusCode));
      });
      request.on('error', (cause) => {
        reject(new TypeError('fetch failed', { cause: left ?? cause }));
      });
      request.once('response', (response) => {
        try {
          resolve(toResponse(response));
        } catch (cause) {
          request.destroy();
          reject(new TypeError('the response has a form that cannot be read', { cause }));
        }
      });
      watchConnection(request, isTls, options, leave);
      leaveOnAbort(request, init.signal, leave);
      request.end(init.body as string | undefined);
    });
}

type Leave = (reason: Error) => void;

function watchConnection(request: http.ClientRequest, isTls: boolean, options: TransportOptions, leave: Leave): void {
  const { connectTimeoutMs, onSent } = options;
  const timer = setTimeout(() => {
    leave(new NoConnection(connectTimeoutMs));
  }, connectTimeoutMs);
  const connected = (): void => {
    clearTimeout(timer);
    onSent();
  };
  request.once('socket', (socket) => {
    if (request.reusedSocket || (!isTls && !socket.connecting)) connected();
    else socket.once(isTls ? 'secureConnect' : 'connect', connected);
  });
  request.once('close', () => {
    clearTimeout(timer);
  });
}

function leaveOnAbort(request: http.ClientRequest, signal: AbortSignal | null | undefined, leave: Leave): void {
  if (signal === null || signal === undefined) return;
  const abort = (): void => {
    leave(reasonOf(signal));
  };
  if (signal.aborted) abort();
  signal.addEventListener('abort', abort, { once: true });
  request.once('close', () => {
    signal.removeEventListener('abort', abort);
  });
}

const reasonOf = (signal: AbortSignal): Error => signal.reason as Error;

/** Throws on a status that no Response can have. */
function toResponse(message: http.IncomingMessage): Response {
  const status = message.statusCode ?? 0;
  const headers = new Headers();
  for (const [name, values] of Object.entries(message.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value);
  }
  if (NO_BODY.has(status)) {
    message.resume();
    return new Response(null, { status, headers });
  }
  const isStream = headers.get('content-type')?.startsWith('text/event-stream') === true;
  return new Response(bodyOf(message, isStream), { status, headers });
}

/** Node's own adapter does the same with twice the work a piece; in a stream of tokens there are many small ones. */
function bodyOf(message: http.IncomingMessage, isStream: boolean): ReadableStream<Uint8Array> {
  const source: UnderlyingSource<Uint8Array> = {
    start(controller) {
      limitLength(message, isStream);
      message.on('data', (piece: Buffer) => {
        if (message.destroyed) return;
        controller.enqueue(piece);
        if ((controller.desiredSize ?? 0) <= 0) message.pause();
      });
      message.once('end', () => {
        controller.close();
      });
      message.once('error', (error) => {
        controller.error(error);
      });
    },
    pull() {
      message.resume();
    },
    cancel() {
      message.destroy();
    },
  };
  return new ReadableStream(source, { highWaterMark: PIECES_AHEAD });
}

function limitLength(message: http.IncomingMessage, isStream: boolean): void {
  let bytes = 0;
  let lineBytes = 0;
  message.on('data', (piece: Buffer) => {
    bytes += piece.length;
    if (bytes > MAX_RESPONSE_BYTES) message.destroy(new EndlessAnswer('an answer', MAX_RESPONSE_BYTES));
    const end = piece.lastIndexOf(LINE_END);
    lineBytes = end === -1 ? lineBytes + piece.length : piece.length - end - 1;
    if (isStream && lineBytes > MAX_LINE_BYTES) message.destroy(new EndlessAnswer('a line', MAX_LINE_BYTES));
  });
}
