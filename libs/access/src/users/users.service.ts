import type { PasswordChange, User, UserDraft, UserEdit } from '@council/contracts';
import { AppError } from '@council/kernel';
import { Injectable } from '@nestjs/common';
import { digestOf } from '../secrets.js';
import { hashPassword } from '../sign-in/passwords.js';
import { SignIns } from '../sign-in/sign-ins.service.js';
import { UsersRepository, type StoredUser } from './users.repository.js';

@Injectable()
export class UsersService {
  constructor(
    private readonly users: UsersRepository,
    private readonly signIns: SignIns,
  ) {}

  async list(): Promise<User[]> {
    return (await this.users.list()).map(toUser);
  }

  async create({ name, role, password }: UserDraft): Promise<User> {
    const user = await this.users.insert({ name, role, passwordHash: await hashPassword(password) });
    if (user === 'taken') throw nameTaken(name);
    if (user === 'no-admin') throw noAdmin('The first user has to be an admin.');
    return toUser(user);
  }

  async edit(userUuid: string, { password, ...edit }: UserEdit): Promise<User> {
    const hash = password === undefined ? {} : { password_hash: await hashPassword(password) };
    const user = await this.users.change(userUuid, { ...edit, ...hash }, null);
    if (user === 'missing') throw new AppError('not-found', 'USER.NOT_FOUND', `there is no user ${userUuid}`);
    if (user === 'no-admin') throw noAdmin('Make somebody else an admin first.');
    return toUser(user);
  }

  /** The browser that asks stays signed in, all others have to sign in again. */
  async changeOwnPassword(
    userUuid: string,
    { current_password, new_password }: PasswordChange,
    asking: { readonly cookie: string; readonly address: string },
  ): Promise<void> {
    const user = await this.users.find(userUuid);
    if (user === null) throw new AppError('not-found', 'USER.NOT_FOUND', `there is no user ${userUuid}`);
    await this.signIns.assertPassword(user.name, current_password, asking.address);
    await this.users.change(userUuid, { password_hash: await hashPassword(new_password) }, digestOf(asking.cookie));
  }
}

const nameTaken = (name: string): AppError =>
  new AppError('conflict', 'USER.NAME_TAKEN', `there is a user ${name} already`);

const noAdmin = (detail: string): AppError =>
  new AppError('conflict', 'USER.NO_ADMIN', 'nobody would be an admin', { detail });

export function toUser({ user_uuid, name, role, is_disabled, created_at }: StoredUser): User {
  return { user_uuid, name, role, is_disabled, created_at: created_at.toISOString() };
}
