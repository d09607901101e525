const ADVICE = {
  key: ['MODEL.UNAUTHORIZED', 'MODEL.NO_KEY', 'MODEL.KEY_UNCONFIRMED'],
  credit: ['MODEL.QUOTA'],
  address: ['MODEL.NOT_FOUND', 'MODEL.UNKNOWN_PROVIDER', 'MODEL.DISABLED', 'MODEL.NO_ADDRESS', 'MODEL.ADDRESS_REFUSED'],
  shorter: ['MODEL.TOO_LONG', 'MODEL.TRUNCATED'],
  reach: ['MODEL.UNREACHABLE'],
  later: [
    'MODEL.UPSTREAM',
    'MODEL.RATE_LIMITED',
    'MODEL.TIMEOUT',
    'MODEL.CIRCUIT_OPEN',
    'MODEL.CUT_STREAM',
    'MODEL.MALFORMED',
    'MODEL.EMPTY',
  ],
} as const;
type Advice = keyof typeof ADVICE | 'other';

/** What whoever reads of a failure can do about it: `session:advice`. */
export function adviceOf(code: string): Advice {
  const found = Object.entries(ADVICE).find(([, codes]) => codes.some((one) => one === code));
  return found === undefined ? 'other' : (found[0] as Advice);
}
