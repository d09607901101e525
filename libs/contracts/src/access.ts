import { z } from 'zod';
import { AuditEntry } from './audit.js';
import { EXAMPLE_IDS } from './example-ids.js';
import { label, text, Timestamp, Uuid } from './text.js';

/** What a person may do at all: read, take part, or rule the server. */
export const ROLES = ['viewer', 'member', 'admin'] as const;
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

/** What a person may do in one group: read, act, or say who else may. */
export const GROUP_LEVELS = ['viewer', 'member', 'owner'] as const;
export const GroupLevel = z.enum(GROUP_LEVELS);
export type GroupLevel = z.infer<typeof GroupLevel>;

/** What a program may do with a token, within what its owner may. */
export const TOKEN_SCOPES = ['read', 'write', 'admin'] as const;
export const TokenScope = z.enum(TOKEN_SCOPES);
export type TokenScope = z.infer<typeof TokenScope>;

/** Told apart without regard to capitals. */
const UserName = label(64)
  .transform((name) => name.trim())
  .refine((name) => !/\s/.test(name), { message: 'must hold no spaces' })
  // Two names that look alike would be taken for one another, where rights are given and in the trail.
  .refine((name) => !/[\p{C}\p{Default_Ignorable_Code_Point}]/u.test(name), { message: 'must hold nothing unseen' });
/** A new one: length is what counts. */
const NewPassword = text(256).refine((password) => Array.from(password).length >= 10, {
  message: 'must have at least 10 characters',
});
const EXAMPLE_PASSWORD = 'till-rota-november';

export const SignIn = z
  .object({ name: label(64), password: text(256).min(1) })
  .meta({ id: 'SignIn', example: { name: 'mira', password: EXAMPLE_PASSWORD } });
export type SignIn = z.infer<typeof SignIn>;

/** `token`: what the server printed into its log when it started without users. */
export const FirstAdmin = z
  .object({ token: label(256), name: UserName, password: NewPassword })
  .meta({ id: 'FirstAdmin', example: { token: 'from the log', name: 'mira', password: EXAMPLE_PASSWORD } });
export type FirstAdmin = z.infer<typeof FirstAdmin>;

export const PasswordChange = z
  .object({ current_password: text(256).min(1), new_password: NewPassword })
  .meta({ id: 'PasswordChange', example: { current_password: 'the old one', new_password: EXAMPLE_PASSWORD } });
export type PasswordChange = z.infer<typeof PasswordChange>;

const EXAMPLE_USER = {
  user_uuid: '8f3c2b1a-7d64-4e59-9a0b-1c2d3e4f5a6b',
  name: 'mira',
  role: 'member' as const,
  is_disabled: false,
  created_at: '2026-11-20T08:00:00.000Z',
};

export const User = z
  .object({ user_uuid: Uuid, name: z.string(), role: Role, is_disabled: z.boolean(), created_at: Timestamp })
  .meta({ id: 'User', example: EXAMPLE_USER });
export type User = z.infer<typeof User>;

export const UserDraft = z
  .object({ name: UserName, role: Role, password: NewPassword })
  .meta({ id: 'UserDraft', example: { name: 'mira', role: 'member', password: EXAMPLE_PASSWORD } });
export type UserDraft = z.infer<typeof UserDraft>;

/** What is not named stays. A new password or being disabled ends all of the person's sign-ins, being disabled their tokens too. */
export const UserEdit = z
  .object({ role: Role.optional(), is_disabled: z.boolean().optional(), password: NewPassword.optional() })
  .meta({ id: 'UserEdit', example: { role: 'viewer' } });
export type UserEdit = z.infer<typeof UserEdit>;

/**
 * Who asks, and what the page has to show. `single-user`: nobody signs in. `token`: there are no users yet, and
 * COUNCIL_API_TOKEN opens. `users`: people sign in. `role` is null for a stranger.
 */
export const Me = z
  .object({
    mode: z.enum(['single-user', 'token', 'users']),
    needs_first_admin: z.boolean(),
    role: Role.nullable(),
    user: User.pick({ user_uuid: true, name: true }).nullable(),
    /** Whom groups were given to. An admin needs no level. */
    groups: z.array(z.object({ group_uuid: Uuid, level: GroupLevel })),
  })
  .meta({
    id: 'Me',
    example: {
      mode: 'users',
      needs_first_admin: false,
      role: 'member',
      user: { user_uuid: EXAMPLE_USER.user_uuid, name: 'mira' },
      groups: [{ group_uuid: EXAMPLE_IDS.group, level: 'owner' }],
    },
  });
export type Me = z.infer<typeof Me>;

const EXAMPLE_TOKEN = {
  token_uuid: '3d2c1b0a-5e4f-4a6b-8c7d-9e0f1a2b3c4d',
  name: 'nightly report',
  prefix: 'cnc_Zk3q',
  scope: 'read' as const,
  owner: { user_uuid: EXAMPLE_USER.user_uuid, name: 'mira' },
  created_at: '2026-11-20T08:00:00.000Z',
  expires_at: '2027-02-18T08:00:00.000Z',
  last_used_at: null,
};

/** A token as it is listed: its beginning, to know it by. */
export const ApiTokenEntry = z
  .object({
    token_uuid: Uuid,
    name: z.string(),
    prefix: z.string(),
    scope: TokenScope,
    owner: User.pick({ user_uuid: true, name: true }),
    created_at: Timestamp,
    expires_at: Timestamp,
    /** To the hour. */
    last_used_at: Timestamp.nullable(),
  })
  .meta({ id: 'ApiTokenEntry', example: EXAMPLE_TOKEN });
export type ApiTokenEntry = z.infer<typeof ApiTokenEntry>;

export const ApiTokenDraft = z
  .object({ name: label(64), scope: TokenScope, expires_in_days: z.int().min(1).max(365).default(90) })
  .meta({ id: 'ApiTokenDraft', example: { name: 'nightly report', scope: 'read', expires_in_days: 90 } });
export type ApiTokenDraft = z.infer<typeof ApiTokenDraft>;

/** `token` is shown this once. */
export const ApiTokenCreated = ApiTokenEntry.extend({ token: z.string() }).meta({
  id: 'ApiTokenCreated',
  example: { ...EXAMPLE_TOKEN, token: 'cnc_Zk3q...' },
});
export type ApiTokenCreated = z.infer<typeof ApiTokenCreated>;

const EXAMPLE_PERSON = { user_uuid: EXAMPLE_USER.user_uuid, name: 'mira', level: 'member' as const };

export const GroupPerson = z
  .object({ user_uuid: Uuid, name: z.string(), level: GroupLevel })
  .meta({ id: 'GroupPerson', example: EXAMPLE_PERSON });
export type GroupPerson = z.infer<typeof GroupPerson>;

/** By name: who owns a group need not see the list of all users. */
export const GroupPersonDraft = z
  .object({ name: label(64), level: GroupLevel })
  .meta({ id: 'GroupPersonDraft', example: { name: 'mira', level: 'member' } });
export type GroupPersonDraft = z.infer<typeof GroupPersonDraft>;

export const AccessEntry = z.object(AuditEntry.shape).meta({
  id: 'AccessEntry',
  example: {
    audit_uuid: '6e0d6f3a-3c51-4b7e-9d5f-0d8f4f3b2a11',
    at: '2026-11-24T10:04:48.000Z',
    who: 'mira',
    what: 'sign_in',
    session_uuid: null,
    detail: { address: '192.0.2.7' },
  },
});
export type AccessEntry = z.infer<typeof AccessEntry>;

export const AccessLog = z
  .object({ items: z.array(AccessEntry), next_cursor: z.string().nullable() })
  .meta({ id: 'AccessLog', example: { items: [AccessEntry.meta()?.['example']], next_cursor: null } });
export type AccessLog = z.infer<typeof AccessLog>;

/** What the trail has words for: what `what` of an entry can be. */
export const AUDIT_KINDS = [
  'sign_in',
  'sign_out',
  'refused',
  'write',
  'keys:read',
  'circuit_breaker:tripped',
  'session:unlocked',
] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];

const AccessLogFilter = z.object({
  /** The beginning of what happened: `sign_in`, `refused`, `write`. */
  what: text(64).optional(),
  /** Exactly as the entries name whoever it was. */
  who: text(255).optional(),
  /** From then on. */
  since: Timestamp.optional(),
  /** Before then. */
  until: Timestamp.optional(),
});

export const AccessLogQuery = AccessLogFilter.extend({
  cursor: text(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type AccessLogQuery = z.infer<typeof AccessLogQuery>;

export const AccessLogExportQuery = AccessLogFilter.extend({ format: z.enum(['csv', 'jsonl']) });
export type AccessLogExportQuery = z.infer<typeof AccessLogExportQuery>;
