import { ApiTokens, OWNER, UsersService } from '@council/access';
import type { TokenScope } from '@council/contracts';
import { withServices } from './with-services.js';
import { uuidOf } from './users.js';

/** `council-server token list`: all of them, without what opens. Returns 0, as all of these. */
export async function listTokens(): Promise<number> {
  await withServices(async (app) => {
    const entries = await app.get(ApiTokens, { strict: false }).list(OWNER);
    for (const { token_uuid: uuid, name, prefix, scope, owner, expires_at: until, last_used_at: used } of entries) {
      process.stdout.write(
        `${uuid}  ${prefix}…  ${scope}  ${owner.name}  until ${until}  used ${used ?? 'never'}  ${name}\n`,
      );
    }
    if (entries.length === 0) process.stdout.write('There are no tokens.\n');
  });
  return 0;
}

interface TokenOptions {
  readonly owner: string;
  readonly scope: TokenScope;
  readonly days: number;
}

/** `council-server token create <name> --owner <user>`: the token alone is on standard output, and is shown once. */
export async function createToken(name: string, { owner, scope, days }: TokenOptions): Promise<number> {
  await withServices(async (app) => {
    const ownerUuid = await uuidOf(app.get(UsersService, { strict: false }), owner);
    const made = await app.get(ApiTokens, { strict: false }).insert(ownerUuid, name, scope, days);
    process.stderr.write(`${made.token_uuid}  ${scope}  until ${made.expires_at}\n`);
    process.stdout.write(`${made.token}\n`);
  });
  return 0;
}

/** `council-server token revoke <uuid>`. */
export async function revokeToken(uuid: string): Promise<number> {
  await withServices((app) => app.get(ApiTokens, { strict: false }).revoke(OWNER, uuid));
  process.stdout.write(`revoked ${uuid}\n`);
  return 0;
}
