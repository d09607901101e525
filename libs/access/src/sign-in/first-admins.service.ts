import type { FirstAdmin, User } from '@council/contracts';
import { AppConfig } from '@council/config';
import { AppError } from '@council/kernel';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Identities } from '../identities.js';
import { digestOf, newSecret } from '../secrets.js';
import { toUser } from '../users/users.service.js';
import { UsersRepository } from '../users/users.repository.js';
import { hashPassword } from './passwords.js';

const ADMIN_NAME = 'admin';
const CLAIM = `
UPDATE first_admin SET used_at = now()
WHERE token_hash = $1 AND used_at IS NULL AND expires_at > now() AND NOT EXISTS (SELECT 1 FROM users) RETURNING id`;
/** One a database: whoever comes second, or again within the hour, prints none. */
const OFFER = `
INSERT INTO first_admin AS f (id, token_hash, expires_at) VALUES (1, $1, now() + interval '1 hour')
ON CONFLICT (id) DO UPDATE SET token_hash = excluded.token_hash, expires_at = excluded.expires_at
WHERE f.used_at IS NULL AND f.expires_at <= now() RETURNING id`;

/** How the first admin comes to be: by COUNCIL_ADMIN_PASSWORD, or by a token that only who reads the log can show. */
@Injectable()
export class FirstAdmins implements OnModuleInit {
  private readonly log = new Logger('users');

  constructor(
    private readonly config: AppConfig,
    private readonly database: DataSource,
    private readonly identities: Identities,
    private readonly users: UsersRepository,
  ) {}

  /** A password that was set later changes nothing: it makes the first user, no other. */
  async onModuleInit(): Promise<void> {
    const { adminPassword } = this.config;
    if (adminPassword === undefined || (await this.identities.hasUsers())) return;
    const passwordHash = await hashPassword(adminPassword);
    const user = await this.users.insert({ name: ADMIN_NAME, role: 'admin', passwordHash });
    if (typeof user !== 'string') this.log.log(`made the user "${ADMIN_NAME}" with COUNCIL_ADMIN_PASSWORD`);
  }

  /** The token to print; null: it was printed within the last hour, by this server or another. */
  async offer(): Promise<string | null> {
    const token = newSecret();
    const offered = await this.database.query<unknown[]>(OFFER, [digestOf(token)]);
    return offered.length > 0 ? token : null;
  }

  /** The token is used up with the user that it makes, or not at all. */
  async claim({ token, name, password }: FirstAdmin): Promise<User> {
    const passwordHash = await hashPassword(password);
    return this.database.transaction(async (manager) => {
      const claimed: [unknown[], number] = await manager.query(CLAIM, [digestOf(token.trim())]);
      const user =
        claimed[1] === 1 ? await this.users.insertWith(manager, { name, role: 'admin', passwordHash }) : null;
      if (user === null || typeof user === 'string') {
        throw new AppError('unauthenticated', 'AUTH.FIRST_ADMIN_WRONG', 'this token makes no admin', {
          detail: 'It holds once, for an hour, while there are no users. Start the server again for another one.',
        });
      }
      return toUser(user);
    });
  }
}
