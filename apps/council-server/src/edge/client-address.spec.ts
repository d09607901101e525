import { addressList } from '@council/config';
import { describe, expect, it } from '@jest/globals';
import { clientAddress } from './client-address.js';

const trusted = addressList(['10.0.0.0/8', '::1']);
const from = (remoteAddress: string, forwarded?: string) =>
  clientAddress(
    { socket: { remoteAddress }, headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded } },
    trusted,
  );

describe('where a request came from', () => {
  it.each([
    ['192.0.2.7', undefined, '192.0.2.7'],
    ['::ffff:192.0.2.7', undefined, '192.0.2.7'],
    // Whoever is no proxy of ours says what they like.
    ['192.0.2.7', '203.0.113.1', '192.0.2.7'],
    ['10.0.0.1', '203.0.113.1', '203.0.113.1'],
    ['::ffff:10.0.0.1', '203.0.113.1', '203.0.113.1'],
    // What a client claims stands left of what the proxies have seen.
    ['10.0.0.1', '198.51.100.1, 203.0.113.1', '203.0.113.1'],
    ['10.0.0.1', '203.0.113.1, 10.0.0.2', '203.0.113.1'],
    ['::1', 'unknown, 2001:db8::1', '2001:db8::1'],
    ['10.0.0.1', 'garbage', '10.0.0.1'],
    ['10.0.0.1', '10.0.0.9, 10.0.0.2', '10.0.0.9'],
  ])('%s, forwarded for %s: %s', (peer, forwarded, expected) => {
    expect(from(peer, forwarded)).toBe(expected);
  });
});
