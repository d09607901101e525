import { describe, expect, it } from '@jest/globals';
import { AddressGuard, refusalOfBareAddress } from './address-guard.js';

const NAMES: Readonly<Record<string, readonly string[]>> = {
  'api.example': ['93.184.216.34'],
  'inside.example': ['93.184.216.34', '10.0.0.7'],
  'meta.example': ['169.254.169.254'],
};
const guard = new AddressGuard(async (host) => {
  const found = NAMES[host];
  if (found === undefined) throw new Error('ENOTFOUND');
  return found;
});

describe('an address that a user gives', () => {
  it('is refused when one of those that its name has is not allowed', async () => {
    expect(await guard.refusal('https://api.example/v1', 'public')).toBeNull();
    expect(await guard.refusal('https://inside.example/v1', 'public')).toContain('inside.example (10.0.0.7)');
    expect(await guard.refusal('https://inside.example/v1', 'private')).toBeNull();
    expect(await guard.refusal('https://meta.example/v1', 'private')).toContain('never called');
  });

  it('may have a name that cannot be resolved', async () => {
    expect(await guard.refusal('https://nowhere.invalid/v1', 'public')).toBeNull();
  });

  it.each([
    'http://127.1/v1',
    'http://2130706433/v1',
    'http://0x7f.0.0.1/v1',
    'http://[::1]:8080/v1',
    'http://[::ffff:7f00:1]/',
  ])('is known for loopback in another spelling: %s', async (url) => {
    for (const refusal of [await guard.refusal(url, 'public'), refusalOfBareAddress(url, 'public')]) {
      expect(refusal).toContain('private network');
      expect(refusal).toContain('set the provider');
    }
    expect(refusalOfBareAddress(url, 'private')).toBeNull();
  });

  it('without a name is decided at once, and a name is left to the connection', () => {
    expect(refusalOfBareAddress('http://169.254.169.254/v1', 'private')).toContain('never called');
    expect(refusalOfBareAddress('https://inside.example/v1', 'public')).toBeNull();
  });
});
