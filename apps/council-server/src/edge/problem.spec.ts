import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { Pool } from 'pg';
import { toProblem } from './problem.js';

const failure = (message: string, code: string): Error => Object.assign(new Error(message), { code });

describe('toProblem', () => {
  it('says that no connection to the database was to be had, as the pool says it: without a code', async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    const pool = new Pool({ host: '127.0.0.1', port, max: 1, connectionTimeoutMillis: 20 });
    const asked = [1, 2].map(() => pool.query('SELECT 1').catch((reason: unknown) => reason));
    const errors = await Promise.all(asked);
    expect(new Set(errors.map(String)).size).toBe(2);
    for (const error of errors) {
      expect(toProblem(error)).toMatchObject({ status: 503, code: 'DATABASE.UNAVAILABLE', retryAfterSeconds: 2 });
    }
    await pool.end();
    silent.close();
  });

  it('tells a caller that has gone from a database that has gone', () => {
    // As Node says it of a request that ends in the middle of its body.
    expect(toProblem(failure('aborted', 'ECONNRESET'))).toMatchObject({ status: 400, code: 'REQUEST.MALFORMED' });
    expect(toProblem(failure('read ECONNRESET', 'ECONNRESET'))).toMatchObject({
      status: 503,
      code: 'DATABASE.UNAVAILABLE',
    });
  });
});
