import { BlockList, isIP, isIPv6 } from 'node:net';

const listOf = (subnets: readonly string[]): BlockList => {
  const list = new BlockList();
  for (const subnet of subnets) {
    const [network = '', prefix = ''] = subnet.split('/');
    list.addSubnet(network, Number(prefix), isIPv6(network) ? 'ipv6' : 'ipv4');
  }
  return list;
};

/** Reserved for machines of one's own, for documentation, or for nobody: nothing of it is a server on the internet. */
const PRIVATE = listOf([
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'],
  ...['192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24'],
  // Within what is public of IPv6: documentation, and what carries an IPv4 address inside (Teredo, 6to4).
  ...['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'],
]);

/** All that is given out of IPv6 for the internet; the rest is local, reserved or not yet given to anybody. */
const PUBLIC_IPV6 = listOf(['2000::/3']);

/** Metadata services of clouds hand out keys at link-local addresses; no server of ours lives there, nor on multicast. */
const NEVER = listOf([
  ...['169.254.0.0/16', '224.0.0.0/4', '240.0.0.0/4', '168.63.129.16/32', '100.100.100.200/32', '192.0.0.192/32'],
  ...['fe80::/10', 'ff00::/8', 'fd00:ec2::/32', 'fd20:ce::254/128'],
]);

export type AddressKind = 'public' | 'private' | 'never';

/** Of an IP address in any of its forms. IPv4 that is written as IPv6 is taken for what it is. */
export function kindOfAddress(address: string): AddressKind {
  // A zone names a link of this machine: fe80::1%eth0.
  const bare = address.replace(/%.*$/, '');
  if (isIP(bare) === 0) return 'never';
  const ipv4 = isIPv6(bare) ? ipv4Inside(bare) : bare;
  if (ipv4 === null) {
    if (NEVER.check(bare, 'ipv6')) return 'never';
    return PUBLIC_IPV6.check(bare, 'ipv6') && !PRIVATE.check(bare, 'ipv6') ? 'public' : 'private';
  }
  if (NEVER.check(ipv4, 'ipv4')) return 'never';
  return PRIVATE.check(ipv4, 'ipv4') ? 'private' : 'public';
}

/** IPv4-mapped (::ffff:0:0/96) and NAT64 (64:ff9b::/96) addresses lead to the IPv4 address that they hold. */
const CARRIES_IPV4 = /^\[(?:::ffff|64:ff9b:):(?:([\da-f]{1,4}):)?([\da-f]{1,4})?\]$/;

function ipv4Inside(ipv6: string): string | null {
  const match = CARRIES_IPV4.exec(new URL(`http://[${ipv6}]`).hostname);
  if (match === null) return null;
  const [high, low] = [match[1], match[2]].map((digits) => Number.parseInt(digits ?? '0', 16));
  return [high ?? 0, low ?? 0].flatMap((half) => [half >> 8, half & 255]).join('.');
}
