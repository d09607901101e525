import { openTestDatabase, type TestDatabase } from '@council/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { IdempotencyKeyEntity } from './idempotency-key.entity.js';
import { IdempotencyRepository } from './idempotency.repository.js';
import { type Answer, IdempotencyService } from './idempotency.service.js';
import { answerWith, type KeyClaim } from './key-claim.js';

let test: TestDatabase;
let database: DataSource;
let service: IdempotencyService;

beforeAll(async () => {
  test = await openTestDatabase();
  database = await test.connect([IdempotencyKeyEntity]);
  service = new IdempotencyService(new IdempotencyRepository(database.getRepository(IdempotencyKeyEntity)));
});
beforeEach(() => database.query('DELETE FROM idempotency_keys'));
afterAll(() => test.close());

const BODY = 'a'.repeat(64);
const once = (work: (claim: KeyClaim) => Promise<unknown>): Promise<Answer> =>
  service.once({ principal: 'local', key: 'k' }, BODY, 202, work);
const inTransaction = (claim: KeyClaim, answer: unknown): Promise<void> =>
  database.transaction((manager) => answerWith(manager, claim, answer));
const minutesPass = (minutes: number): Promise<unknown> =>
  database.query(`UPDATE idempotency_keys SET created_at = created_at - $1 * interval '1 minute'`, [minutes]);
const never = (): Promise<unknown> => Promise.reject(new Error('the work was done twice'));

describe('a request with a key', () => {
  it('whose work kept the answer has it, also when it fails afterwards', async () => {
    const work = async (claim: KeyClaim): Promise<never> => {
      await inTransaction(claim, { made: 1 });
      throw new Error('afterwards');
    };
    await expect(once(work)).rejects.toThrow('afterwards');
    expect(await once(never)).toEqual({ status: 202, body: { made: 1 }, isRepeated: true });
  });

  it('whose transaction is rolled back may be sent again', async () => {
    const work = (claim: KeyClaim): Promise<void> =>
      database.transaction(async (manager) => {
        await answerWith(manager, claim, { made: 1 });
        throw new Error('rolled back');
      });
    await expect(once(work)).rejects.toThrow('rolled back');
    expect(await once(async () => ({ made: 2 }))).toEqual({ status: 202, body: { made: 2 }, isRepeated: false });
  });

  it('that took so long that another took over its key does nothing, and leaves the other its answer', async () => {
    const slow = once(async (late) => {
      await minutesPass(2);
      expect(await once(async () => ({ made: 'by the other' }))).toMatchObject({ isRepeated: false });
      await inTransaction(late, { made: 'too late' });
    });
    await expect(slow).rejects.toMatchObject({ code: 'IDEMPOTENCY.IN_PROGRESS' });
    expect(await once(never)).toMatchObject({ body: { made: 'by the other' }, isRepeated: true });
  });

  it('is one of its own a day later', async () => {
    await once(async () => ({ made: 1 }));
    await minutesPass(24 * 60 + 1);
    expect(await once(async () => ({ made: 2 }))).toMatchObject({ body: { made: 2 }, isRepeated: false });
  });
});
