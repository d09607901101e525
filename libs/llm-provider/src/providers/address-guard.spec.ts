import { describe, expect, it } from '@jest/globals';
import { AddressGuard } from './address-guard.js';
import { kindOfAddress } from './private-addresses.js';

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

describe('the guard', () => {
  const names: Record<string, string[]> = {
    'api.example': ['93.184.216.34'],
    'inside.example': ['93.184.216.34', '10.0.0.7'],
    'meta.example': ['169.254.169.254'],
  };
  const asked: string[] = [];
  const resolve = async (host: string) => {
    asked.push(host);
    const found = names[host] ?? (/^[\d.:a-f]+$/.test(host) ? [host] : undefined);
    if (found === undefined) throw new Error('ENOTFOUND');
    return found;
  };
  const guard = (now = () => 0) => new AddressGuard(resolve, now);

  it('looks at every address of a name', async () => {
    expect(await guard().refusal('https://api.example/v1', 'public')).toBeNull();
    expect(await guard().refusal('https://inside.example/v1', 'public')).toContain('inside.example (10.0.0.7)');
    expect(await guard().refusal('https://inside.example/v1', 'private')).toBeNull();
    expect(await guard().refusal('https://meta.example/v1', 'private')).toContain('no provider may have');
  });

  it.each([
    'http://127.1/v1',
    'http://2130706433/v1',
    'http://0x7f.0.0.1/v1',
    'http://[::1]:8080/v1',
    'http://[::ffff:7f00:1]/',
  ])('knows loopback in another spelling: %s', async (url) => {
    expect(await guard().refusal(url, 'public')).toContain('private network');
  });

  it('lets a name pass that cannot be resolved, and asks again', async () => {
    asked.length = 0;
    const one = guard();
    expect(await one.refusal('https://nowhere.invalid/v1', 'public')).toBeNull();
    await one.refusal('https://nowhere.invalid/v1', 'public');
    expect(asked).toHaveLength(2);
  });

  it('keeps an answer for a while, and not longer', async () => {
    asked.length = 0;
    let now = 0;
    const one = guard(() => now);
    await one.refusal('https://api.example/v1', 'public');
    await one.refusal('https://api.example/v2', 'public');
    expect(asked).toHaveLength(1);
    names['api.example'] = ['127.0.0.1'];
    now = 60_000;
    expect(await one.refusal('https://api.example/v1', 'public')).toContain('private network');
  });
});
