import { BlockList, isIP } from 'node:net';
import { z } from 'zod';
import type { RateLimit } from './app-config.js';

const OFF = 'off';
const RATE = /^(\d{1,6})\/(\d{1,6})$/;

/** `60/10`: sixty a minute in the long run, ten at once. Null for `off`. */
export const rateOrOff = (fallback: string) =>
  z
    .string()
    .toLowerCase()
    .prefault(fallback)
    .transform((value, context): RateLimit | null => {
      if (value === OFF) return null;
      const [, perMinute, burst] = (RATE.exec(value) ?? []).map(Number);
      if (perMinute !== undefined && burst !== undefined && perMinute >= 1 && burst >= 1) return { perMinute, burst };
      context.addIssue('must be like 60/10 (sixty a minute, ten at once), or off');
      return z.NEVER;
    });

/** Addresses and ranges like 10.0.0.0/8, with commas between them. */
export const addressRanges = z
  .string()
  .prefault('')
  .transform((list, context) => {
    const ranges = list
      .split(',')
      .map((range) => range.trim())
      .filter((range) => range !== '');
    if (ranges.every((range) => addRange(new BlockList(), range))) return ranges;
    context.addIssue('must be addresses or ranges like 10.0.0.0/8, with commas between them');
    return z.NEVER;
  });

/** What `addressRanges` has taken, to be asked for an address. */
export function addressList(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) addRange(list, range);
  return list;
}

/** False: it is none. */
function addRange(list: BlockList, range: string): boolean {
  const [address = '', bits, ...rest] = range.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0 || (bits !== undefined && !/^\d{1,3}$/.test(bits))) return false;
  const most = version === 4 ? 32 : 128;
  const prefix = bits === undefined ? most : Number(bits);
  if (prefix > most) return false;
  list.addSubnet(address, prefix, version === 4 ? 'ipv4' : 'ipv6');
  return true;
}
