import { AppError } from '@council/kernel';
import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { digestOf, newSecret } from '../secrets.js';
import { UsersRepository, type StoredUser } from '../users/users.repository.js';
import { isPasswordOf } from './passwords.js';
import { IDLE_HOURS, LIFETIME_DAYS } from './sign-in-times.js';
import { SignInTries } from './sign-in-tries.js';

const HOUR_MS = 3_600_000;

/** Browsers that are signed in. */
@Injectable()
export class SignIns implements OnModuleInit, OnModuleDestroy {
  private readonly log = new Logger('sign-in');
  private purging?: NodeJS.Timeout;

  constructor(
    private readonly database: DataSource,
    private readonly users: UsersRepository,
    private readonly tries: SignInTries,
  ) {}

  onModuleInit(): void {
    this.purging = setInterval(() => {
      this.purge().catch((error: unknown) => {
        this.log.warn(`old sign-ins were not removed: ${String(error)}`);
      });
    }, HOUR_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.purging);
  }

  /** The value of the new cookie. */
  async signIn(name: string, password: string, address: string): Promise<string> {
    const { user_uuid, password_hash } = await this.assertPassword(name, password, address);
    return this.open(user_uuid, password_hash);
  }

  /** A wrong name, a wrong password and somebody who is disabled are one and the same refusal. */
  async assertPassword(name: string, password: string, address: string): Promise<StoredUser> {
    const seconds = await this.tries.begin(name, address);
    if (seconds !== null) throw slowed(seconds);
    const user = await this.users.findByName(name);
    const isRight = await isPasswordOf(user?.password_hash ?? null, password);
    if (user === null || !isRight || user.is_disabled) throw wrong();
    await this.tries.forget(name, address);
    return user;
  }

  /**
   * The value of the new cookie. A password takes a while to be looked at: where another one was set in the meantime, or the
   * person was disabled, `passwordHash` is not theirs any more. The row is held, so that such a change ends this sign-in too.
   */
  async open(userUuid: string, passwordHash: string | null = null): Promise<string> {
    const cookie = newSecret();
    const opened = await this.database.query<unknown[]>(
      `INSERT INTO sign_ins (id_hash, user_uuid, expires_at)
       SELECT $1, user_uuid, now() + make_interval(days => $3) FROM users
       WHERE user_uuid = $2 AND NOT is_disabled AND ($4::text IS NULL OR password_hash = $4) FOR SHARE
       RETURNING user_uuid`,
      [digestOf(cookie), userUuid, LIFETIME_DAYS, passwordHash],
    );
    if (opened.length === 0) throw wrong();
    return cookie;
  }

  /** The cookie is worth nothing from now on, whoever has kept a copy of it. */
  async end(cookie: string): Promise<void> {
    await this.database.query('DELETE FROM sign_ins WHERE id_hash = $1', [digestOf(cookie)]);
  }

  private async purge(): Promise<void> {
    await this.database.query(
      'DELETE FROM sign_ins WHERE expires_at < now() OR seen_at < now() - make_interval(hours => $1)',
      [IDLE_HOURS],
    );
    await this.tries.purge();
  }
}

const wrong = (): AppError =>
  new AppError('unauthenticated', 'AUTH.CREDENTIALS_WRONG', 'the name or the password is wrong');

const slowed = (seconds: number): AppError =>
  new AppError('rate-limited', 'AUTH.SLOWED', 'too many wrong passwords: wait before the next try', {
    detail: `The next try is looked at in ${seconds} s. Other addresses are not affected.`,
    retryAfterSeconds: seconds,
  });
