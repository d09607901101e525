import type { Role, TokenScope } from '@council/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Identities } from './identities.js';
import { type Principal, roleWithin } from './rules.js';
import { digestOf } from './secrets.js';
import { IDLE_HOURS } from './sign-in/sign-in-times.js';
import { TOKEN_MARK } from './tokens/token-mark.js';

interface FoundUser {
  readonly user_uuid: string;
  readonly name: string;
  readonly role: Role;
  /** Its last use has to be written down again. */
  readonly is_stale: boolean;
}

@Injectable()
export class StoredIdentities extends Identities {
  /** Null: nobody has asked yet. */
  private isKnownToHaveUsers: boolean | null = null;

  constructor(private readonly database: DataSource) {
    super();
  }

  async hasUsers(isFresh = true): Promise<boolean> {
    if (this.isKnownToHaveUsers === true) return true;
    if (this.isKnownToHaveUsers === false && !isFresh) return false;
    const rows = await this.database.query<unknown[]>('SELECT 1 FROM users LIMIT 1');
    this.isKnownToHaveUsers = rows.length > 0;
    return this.isKnownToHaveUsers;
  }

  async ofCookie(cookie: string): Promise<Principal | null> {
    const hash = digestOf(cookie);
    const [user] = await this.database.query<FoundUser[]>(
      `SELECT u.user_uuid, u.name, u.role, s.seen_at < now() - interval '1 minute' AS is_stale
       FROM sign_ins s JOIN users u USING (user_uuid)
       WHERE s.id_hash = $1 AND NOT u.is_disabled
         AND s.expires_at > now() AND s.seen_at > now() - make_interval(hours => $2)`,
      [hash, IDLE_HOURS],
    );
    if (user === undefined) return null;
    if (user.is_stale) await this.database.query('UPDATE sign_ins SET seen_at = now() WHERE id_hash = $1', [hash]);
    return { userUuid: user.user_uuid, name: user.name, role: user.role, by: 'cookie' };
  }

  async ofToken(token: string): Promise<Principal | null> {
    if (!token.startsWith(TOKEN_MARK)) return null;
    const hash = digestOf(token);
    const [user] = await this.database.query<(FoundUser & { readonly scope: TokenScope })[]>(
      `SELECT u.user_uuid, u.name, u.role, t.scope,
         coalesce(t.last_used_at < now() - interval '1 hour', true) AS is_stale
       FROM api_tokens t JOIN users u ON u.user_uuid = t.owner_uuid
       WHERE t.token_hash = $1 AND t.expires_at > now() AND NOT u.is_disabled`,
      [hash],
    );
    if (user === undefined) return null;
    if (user.is_stale) {
      await this.database.query('UPDATE api_tokens SET last_used_at = now() WHERE token_hash = $1', [hash]);
    }
    return { userUuid: user.user_uuid, name: user.name, role: roleWithin(user.role, user.scope), by: 'bearer' };
  }

  async again(principal: Principal, credential: string | null): Promise<Principal | null> {
    if (principal.by === 'loopback') return (await this.hasUsers()) ? null : principal;
    if (principal.userUuid === null) return principal;
    if (credential === null) return null;
    return principal.by === 'cookie' ? this.ofCookie(credential) : this.ofToken(credential);
  }
}
