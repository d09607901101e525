import { describe, expect, it } from '@jest/globals';
import { untilConnected } from './until-connected.js';

const failing = (times: number, error: Error) => {
  let left = times;
  return () => ((left -= 1) >= 0 ? Promise.reject(error) : Promise.resolve(left));
};
const QUICK = { patienceMs: 60_000, pauseMs: 1 };
const busy = new Error('timeout exceeded when trying to connect');
const coded = (code: string) => Object.assign(new Error('no'), { code });

describe('what is written while no connection is to be had', () => {
  it.each([busy, coded('ECONNREFUSED'), coded('53300'), coded('57P03')])(
    'is written when there is one: %s',
    async (error) => {
      await expect(untilConnected(failing(2, error), QUICK)).resolves.toBe(-1);
    },
  );

  it('is given up in the end', async () => {
    await expect(untilConnected(failing(1_000_000, busy), { ...QUICK, patienceMs: 5 })).rejects.toThrow(busy);
  });

  it.each([coded('ECONNRESET'), coded('23505'), new Error('Connection terminated unexpectedly')])(
    'is not sent twice where the first may have arrived: %s',
    async (error) => {
      await expect(untilConnected(failing(1, error), QUICK)).rejects.toThrow(error);
    },
  );
});
