import type { Server } from 'node:http';

/** What a connection may take before it has asked anything that counts. nginx has its own, tighter ones before these. */
export interface LineLimits {
  /** Of the address and all headers together. */
  readonly headerBytes: number;
  /** From the connection, or the end of the request before, to the end of the headers. */
  readonly headersMs: number;
  /** From there to the end of the body. */
  readonly requestMs: number;
  /** Between two requests. */
  readonly idleMs: number;
  /** How often connections are looked at. */
  readonly lookMs: number;
  /** At once; who comes after them is cut off. */
  readonly connections: number;
}

export const LINE_LIMITS: LineLimits = {
  headerBytes: 16 * 1024,
  headersMs: 15_000,
  requestMs: 120_000,
  // Longer than a proxy keeps a line to us, so that it is the one that ends it.
  idleMs: 75_000,
  lookMs: 5_000,
  connections: 8_192,
};

/** The part of them that Fastify hands to Node. */
export function lineOptions({ headerBytes, headersMs, requestMs, idleMs, lookMs }: LineLimits): object {
  return {
    requestTimeout: requestMs,
    keepAliveTimeout: idleMs,
    http: { maxHeaderSize: headerBytes, headersTimeout: headersMs, connectionsCheckingInterval: lookMs },
  };
}

export function limitConnections(server: Server, { connections }: LineLimits): void {
  server.maxConnections = connections;
}
