import type { Role, UserDraft } from '@council/contracts';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { type EntityManager, Repository } from 'typeorm';
import { nameKeyOf, UserEntity } from './user.entity.js';

export type StoredUser = Readonly<UserEntity>;
export type NewUser = Pick<UserDraft, 'name' | 'role'> & { readonly passwordHash: string };
export interface UserPatch {
  readonly role?: Role;
  readonly is_disabled?: boolean;
  readonly password_hash?: string;
}

@Injectable()
export class UsersRepository {
  constructor(@InjectRepository(UserEntity) private readonly users: Repository<UserEntity>) {}

  list(): Promise<StoredUser[]> {
    return this.users.find({ order: { name_key: 'ASC' } });
  }

  find(userUuid: string): Promise<StoredUser | null> {
    return this.users.findOneBy({ user_uuid: userUuid });
  }

  findByName(name: string): Promise<StoredUser | null> {
    return this.users.findOneBy({ name_key: nameKeyOf(name) });
  }

  /** Null: the name is taken. */
  insert(user: NewUser): Promise<StoredUser | 'taken' | 'no-admin'> {
    return this.users.manager.transaction((manager) => this.insertWith(manager, user));
  }

  async insertWith(manager: EntityManager, user: NewUser): Promise<StoredUser | 'taken' | 'no-admin'> {
    if (user.role !== 'admin' && (await holdAdmins(manager)).length === 0) return 'no-admin';
    const { identifiers } = await manager
      .createQueryBuilder()
      .insert()
      .into(UserEntity)
      .values({
        name: user.name,
        name_key: nameKeyOf(user.name),
        role: user.role,
        password_hash: user.passwordHash,
      })
      .orIgnore()
      .execute();
    const uuid = (identifiers[0] as { readonly user_uuid?: string } | undefined)?.user_uuid;
    return uuid === undefined ? 'taken' : manager.findOneByOrFail(UserEntity, { user_uuid: uuid });
  }

  /**
   * There always is an admin who may sign in. A new password and being disabled end all sign-ins, but for one; being
   * disabled ends tokens too: whoever is let in again later does not bring back what a program somewhere still holds.
   */
  change(userUuid: string, patch: UserPatch, keptSignIn: string | null): Promise<StoredUser | 'missing' | 'no-admin'> {
    return this.users.manager.transaction(async (manager) => {
      const admins = await holdAdmins(manager);
      const isAdminNow = (patch.role ?? 'admin') === 'admin' && patch.is_disabled !== true;
      if (!isAdminNow && admins.length === 1 && admins[0] === userUuid) return 'no-admin';
      if (Object.keys(patch).length > 0) await manager.update(UserEntity, { user_uuid: userUuid }, patch);
      if (patch.password_hash !== undefined || patch.is_disabled === true) {
        await manager.query('DELETE FROM sign_ins WHERE user_uuid = $1 AND id_hash <> $2', [
          userUuid,
          keptSignIn ?? '',
        ]);
      }
      if (patch.is_disabled === true) await manager.query('DELETE FROM api_tokens WHERE owner_uuid = $1', [userUuid]);
      return (await manager.findOneBy(UserEntity, { user_uuid: userUuid })) ?? 'missing';
    });
  }
}

/** Held until the transaction ends: two who demote each other at the same time do not both succeed. */
async function holdAdmins(manager: EntityManager): Promise<readonly string[]> {
  const rows = await manager.query<{ user_uuid: string }[]>(
    `SELECT user_uuid FROM users WHERE role = 'admin' AND NOT is_disabled ORDER BY user_uuid FOR UPDATE`,
  );
  return rows.map(({ user_uuid }) => user_uuid);
}
