import { describe, expect, it } from '@jest/globals';
import { kindOfAddress } from './address-kind.js';

describe('kinds of addresses', () => {
  it.each(['8.8.8.8', '1.1.1.1', '172.15.0.1', '172.32.0.1', '100.63.255.255', '2606:4700:4700::1111'])(
    '%s is public',
    (address) => {
      expect(kindOfAddress(address)).toBe('public');
    },
  );

  it.each([
    ...['127.0.0.1', '127.255.0.9', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '100.64.0.1', '0.0.0.0'],
    ...[
      '::1',
      '::',
      'fd12:3456::1',
      'fc00::1',
      '::ffff:127.0.0.1',
      '::ffff:10.0.0.1',
      '64:ff9b::7f00:1',
      '2002:7f00:1::',
    ],
  ])('%s is private', (address) => {
    expect(kindOfAddress(address)).toBe('private');
  });

  it.each([
    '169.254.169.254',
    '::ffff:169.254.169.254',
    'fe80::1',
    'ff02::1',
    '224.0.0.1',
    '255.255.255.255',
    'fd00:ec2::254',
  ])('%s is nobody', (address) => {
    expect(kindOfAddress(address)).toBe('never');
  });
});
