import type { ApiTokenCreated, ApiTokenDraft, ApiTokenEntry, TokenScope } from '@council/contracts';
import { AppError } from '@council/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { roleTooLow } from '../access.js';
import { hasRole, type Principal, scopeIsWithin, seesEverything } from '../rules.js';
import { digestOf, newSecret } from '../secrets.js';
import { PREFIX_CHARS, TOKEN_MARK } from './token-mark.js';

interface Row {
  readonly token_uuid: string;
  readonly name: string;
  readonly prefix: string;
  readonly scope: TokenScope;
  readonly user_uuid: string;
  readonly user_name: string;
  readonly created_at: Date;
  readonly expires_at: Date;
  readonly last_used_at: Date | null;
}

const LIST = `
SELECT t.*, u.user_uuid, u.name AS user_name FROM api_tokens t JOIN users u ON u.user_uuid = t.owner_uuid
WHERE $1::uuid IS NULL OR t.owner_uuid = $1 ORDER BY t.created_at DESC, t.token_uuid`;

/** Tokens for programs. Whoever owns one sees it in the list, whoever is an admin sees all. */
@Injectable()
export class ApiTokens {
  constructor(private readonly database: DataSource) {}

  async list(principal: Principal): Promise<ApiTokenEntry[]> {
    const rows = await this.database.query<Row[]>(LIST, [ownerAskedFor(principal)]);
    return rows.map(toEntry);
  }

  /** Only a person makes one: a token that has leaked cannot make another that outlives it. */
  async create(principal: Principal, { name, scope, expires_in_days }: ApiTokenDraft): Promise<ApiTokenCreated> {
    const { userUuid, role, by } = principal;
    if (userUuid === null || by !== 'cookie') {
      throw new AppError('forbidden', 'AUTH.PEOPLE_ONLY', 'only a person who has signed in may do that');
    }
    if (!scopeIsWithin(scope, role)) {
      throw new AppError('forbidden', 'TOKEN.SCOPE', `a ${role} cannot give a token the scope ${scope}`);
    }
    return this.insert(userUuid, name, scope, expires_in_days);
  }

  async insert(ownerUuid: string, name: string, scope: TokenScope, days: number): Promise<ApiTokenCreated> {
    const token = `${TOKEN_MARK}${newSecret()}`;
    const [made] = await this.database.query<Row[]>(
      `WITH made AS (
         INSERT INTO api_tokens (owner_uuid, name, prefix, token_hash, scope, expires_at)
         VALUES ($1, $2, $3, $4, $5, now() + make_interval(days => $6)) RETURNING *)
       SELECT made.*, u.user_uuid, u.name AS user_name FROM made JOIN users u ON u.user_uuid = made.owner_uuid`,
      [ownerUuid, name, token.slice(0, PREFIX_CHARS), digestOf(token), scope, days],
    );
    if (made === undefined) throw new AppError('not-found', 'USER.NOT_FOUND', `there is no user ${ownerUuid}`);
    return { ...toEntry(made), token };
  }

  /** A program that only reads takes no other's token away. */
  async revoke(principal: Principal, tokenUuid: string): Promise<void> {
    if (principal.by === 'bearer' && !hasRole(principal, 'member')) throw roleTooLow('member', principal);
    const [, count] = await this.database.query<[unknown, number]>(
      'DELETE FROM api_tokens WHERE token_uuid = $1 AND ($2::uuid IS NULL OR owner_uuid = $2)',
      [tokenUuid, ownerAskedFor(principal)],
    );
    if (count === 0) throw new AppError('not-found', 'TOKEN.NOT_FOUND', `there is no token ${tokenUuid}`);
  }
}

/** Null: everybody's. */
const ownerAskedFor = (principal: Principal): string | null => (seesEverything(principal) ? null : principal.userUuid);

function toEntry(row: Row): ApiTokenEntry {
  const { token_uuid, name, prefix, scope } = row;
  return {
    token_uuid,
    name,
    prefix,
    scope,
    owner: { user_uuid: row.user_uuid, name: row.user_name },
    created_at: row.created_at.toISOString(),
    expires_at: row.expires_at.toISOString(),
    last_used_at: row.last_used_at?.toISOString() ?? null,
  };
}
