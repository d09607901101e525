import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { nameKeyOf } from '../users/user.entity.js';
import { DELAYS_SECONDS, FORGOTTEN_AFTER_HOURS, houseOf } from './sign-in-delays.js';

const COUNT = `CASE WHEN t.tried_at < now() - make_interval(hours => $4) THEN 1 ELSE t.tries + 1 END`;
/** A try counts before it is judged: of many that come at once, no more get through than one after the other would. */
const BEGIN = `
INSERT INTO sign_in_tries AS t (name_key, house, tries, tried_at, blocked_until)
VALUES ($1, $2, 1, now(), now() + make_interval(secs => ($3::int[])[1]))
ON CONFLICT (name_key, house) DO UPDATE SET
  tries = ${COUNT}, tried_at = now(),
  blocked_until = now() + make_interval(secs => ($3::int[])[least(${COUNT}, cardinality($3::int[]))])
WHERE t.blocked_until <= now() RETURNING tries`;

/** Bad tries, kept where all processes see them. */
@Injectable()
export class SignInTries {
  constructor(private readonly database: DataSource) {}

  /** Null: the try may be judged. Else the seconds to wait. */
  async begin(name: string, address: string): Promise<number | null> {
    const key = keyOf(name, address);
    const begun = await this.database.query<unknown[]>(BEGIN, [...key, DELAYS_SECONDS, FORGOTTEN_AFTER_HOURS]);
    if (begun.length > 0) return null;
    const [row] = await this.database.query<{ seconds: number }[]>(
      `SELECT ceil(extract(epoch FROM blocked_until - now()))::int AS seconds
       FROM sign_in_tries WHERE name_key = $1 AND house = $2`,
      key,
    );
    return Math.max(1, row?.seconds ?? 1);
  }

  async forget(name: string, address: string): Promise<void> {
    await this.database.query('DELETE FROM sign_in_tries WHERE name_key = $1 AND house = $2', keyOf(name, address));
  }

  /** What is forgotten anyway. */
  async purge(): Promise<void> {
    await this.database.query('DELETE FROM sign_in_tries WHERE tried_at < now() - make_interval(hours => $1)', [
      FORGOTTEN_AFTER_HOURS,
    ]);
  }
}

const keyOf = (name: string, address: string): readonly [string, string] => [
  nameKeyOf(name).slice(0, 128),
  houseOf(address).slice(0, 64),
];
