import { BlockList, isIPv6 } from 'node:net';

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
  ...['::/127', 'fc00::/7', 'fec0::/10', '2001:db8::/32', '100::/64'],
  // Addresses that carry an IPv4 address inside: NAT64, 6to4, Teredo.
  ...['64:ff9b::/96', '64:ff9b:1::/48', '2002::/16', '2001::/32'],
]);

/** Metadata services of clouds hand out keys at link-local addresses; no server of ours lives there, nor on multicast. */
const NEVER = listOf([
  ...['169.254.0.0/16', '224.0.0.0/4', '240.0.0.0/4', '168.63.129.16/32', '100.100.100.200/32'],
  ...['fe80::/10', 'ff00::/8', 'fd00:ec2::254/128'],
]);

export type AddressKind = 'public' | 'private' | 'never';

/** Of an IP address in its plain form. IPv4 that is written as IPv6 is taken for what it is. */
export function kindOfAddress(address: string): AddressKind {
  const family = isIPv6(address) ? 'ipv6' : 'ipv4';
  if (NEVER.check(address, family)) return 'never';
  return PRIVATE.check(address, family) ? 'private' : 'public';
}
