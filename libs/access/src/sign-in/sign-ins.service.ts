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
    return this.open((await this.assertPassword(name, password, address)).user_uuid);
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

  async open(userUuid: string): Promise<string> {
    const cookie = newSecret();
    await this.database.query(
      `INSERT INTO sign_ins (id_hash, user_uuid, expires_at) VALUES ($1, $2, now() + make_interval(days => $3))`,
      [digestOf(cookie), userUuid, LIFETIME_DAYS],
    );
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
