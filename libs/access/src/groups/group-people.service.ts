import type { GroupPerson, GroupPersonDraft, Me } from '@council/contracts';
import { AppError } from '@council/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Principal } from '../rules.js';
import { UsersRepository } from '../users/users.repository.js';

const PUT = `
INSERT INTO group_people (group_uuid, user_uuid, level) VALUES ($1, $2, $3)
ON CONFLICT (group_uuid, user_uuid) DO UPDATE SET level = excluded.level`;

/** Who belongs to a group. */
@Injectable()
export class GroupPeople {
  constructor(
    private readonly database: DataSource,
    private readonly users: UsersRepository,
  ) {}

  list(groupUuid: string): Promise<GroupPerson[]> {
    return this.database.query<GroupPerson[]>(
      `SELECT u.user_uuid, u.name, p.level FROM group_people p JOIN users u USING (user_uuid)
       WHERE p.group_uuid = $1 ORDER BY u.name_key`,
      [groupUuid],
    );
  }

  /** Where somebody belongs, and as what. */
  async levelsOf({ userUuid }: Principal): Promise<Me['groups']> {
    if (userUuid === null) return [];
    return this.database.query<Me['groups']>(
      'SELECT group_uuid, level FROM group_people WHERE user_uuid = $1 ORDER BY group_uuid',
      [userUuid],
    );
  }

  async put(groupUuid: string, { name, level }: GroupPersonDraft): Promise<GroupPerson> {
    const user = await this.users.findByName(name);
    if (user === null) throw new AppError('not-found', 'USER.NOT_FOUND', `there is no user ${name}`);
    const [group] = await this.database.query<unknown[]>('SELECT 1 FROM groups WHERE group_uuid = $1', [groupUuid]);
    if (group === undefined) throw new AppError('not-found', 'GROUP.NOT_FOUND', 'group not found');
    await this.database.query(PUT, [groupUuid, user.user_uuid, level]);
    return { user_uuid: user.user_uuid, name: user.name, level };
  }

  async remove(groupUuid: string, userUuid: string): Promise<void> {
    await this.database.query('DELETE FROM group_people WHERE group_uuid = $1 AND user_uuid = $2', [
      groupUuid,
      userUuid,
    ]);
  }
}

/** Whoever makes a group owns it. In the transaction that makes it. */
export async function ownGroup(manager: EntityManager, groupUuid: string, { userUuid }: Principal): Promise<void> {
  if (userUuid !== null) await manager.query(PUT, [groupUuid, userUuid, 'owner']);
}
