import { UsersService } from '@council/access';
import { type User, UserDraft, UserEdit } from '@council/contracts';
import { AppError } from '@council/kernel';
import type { z } from 'zod';
import { readPassword } from './read-password.js';
import { withServices } from './with-services.js';

interface PasswordOption {
  readonly passwordFile?: string;
}

/** `council-server user list`. Returns 0, as all of these. */
export function listUsers(): Promise<number> {
  return withUsers(async (users) => {
    const all = await users.list();
    for (const user of all) say(user);
    if (all.length === 0) process.stdout.write('There are no users.\n');
  });
}

/** `council-server user add <name> --role member`: the password comes from a file or standard input. */
export async function addUser(name: string, { role, passwordFile }: PasswordOption & { readonly role: string }) {
  const draft = checked(UserDraft, { name, role, password: await readPassword(passwordFile) });
  return withUsers(async (users) => {
    say(await users.create(draft));
  });
}

/** `council-server user passwd <name>`: whoever was signed in under the name is signed out. */
export async function changePassword(name: string, { passwordFile }: PasswordOption): Promise<number> {
  const edit = checked(UserEdit, { password: await readPassword(passwordFile) });
  return withUsers(async (users) => {
    say(await users.edit(await uuidOf(users, name), edit));
  });
}

/** `council-server user role <name> <role>`. */
export function changeRole(name: string, role: string): Promise<number> {
  const edit = checked(UserEdit, { role });
  return withUsers(async (users) => {
    say(await users.edit(await uuidOf(users, name), edit));
  });
}

/** `council-server user disable|enable <name>`: what is disabled loses its sign-ins and tokens at once. */
export function disableUser(name: string, isDisabled: boolean): Promise<number> {
  return withUsers(async (users) => {
    say(await users.edit(await uuidOf(users, name), { is_disabled: isDisabled }));
  });
}

/** Names make no difference between capitals. */
export async function uuidOf(users: UsersService, name: string): Promise<string> {
  const wanted = name.toLowerCase();
  const found = (await users.list()).find((user) => user.name.toLowerCase() === wanted);
  if (found === undefined) throw new AppError('not-found', 'USER.NOT_FOUND', `there is no user ${name}`);
  return found.user_uuid;
}

async function withUsers(work: (users: UsersService) => Promise<void>): Promise<number> {
  await withServices((app) => work(app.get(UsersService, { strict: false })));
  return 0;
}

function say({ name, role, is_disabled: isDisabled, created_at: at }: User): void {
  process.stdout.write(`${name}  ${role}  ${isDisabled ? 'disabled' : 'active'}  since ${at}\n`);
}

/** By the schema that the API holds requests against. */
function checked<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const { data, error } = schema.safeParse(value);
  if (error === undefined) return data;
  const said = error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ');
  throw new AppError('invalid', 'REQUEST.INVALID', said);
}
