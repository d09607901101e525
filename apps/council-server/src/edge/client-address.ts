import type { IncomingMessage } from 'node:http';
import { isIP, type BlockList } from 'node:net';

export type Forwarded = Pick<IncomingMessage, 'headers'> & {
  readonly socket: Pick<IncomingMessage['socket'], 'remoteAddress'>;
};

const plain = (address: string): string => address.trim().replace(/^::ffff:(?=\d+\.)/i, '');

function isTrusted(trusted: BlockList, address: string): boolean {
  const version = isIP(address);
  return version !== 0 && trusted.check(address, version === 4 ? 'ipv4' : 'ipv6');
}

/** Whoever is at the other end of the line is a proxy whose headers are believed. */
export function isBehindTrusted({ socket }: Forwarded, trusted: BlockList): boolean {
  return isTrusted(trusted, plain(socket.remoteAddress ?? ''));
}

/**
 * Where the request came from. Each proxy adds at the right whom it heard: read from there, the first address that is
 * no trusted proxy is the client. What stands left of it is what the client says of itself.
 */
export function clientAddress(request: Forwarded, trusted: BlockList): string {
  const peer = plain(request.socket.remoteAddress ?? '');
  if (!isTrusted(trusted, peer)) return peer;
  const heard = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map(plain)
    .filter((address) => isIP(address) !== 0);
  return heard.findLast((address) => !isTrusted(trusted, address)) ?? heard[0] ?? peer;
}
