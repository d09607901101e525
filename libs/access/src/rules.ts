import { type ActingPerson, type GroupLevel, type Role, ROLES, type TokenScope } from '@council/contracts';

/**
 * Who asks. `userUuid` is null for the one person of single-user mode and for whoever holds COUNCIL_API_TOKEN: they
 * are no user, and may do everything.
 */
export interface Principal {
  readonly userUuid: string | null;
  readonly name: string;
  readonly role: Role;
  /** How it was shown who asks. A cookie travels by itself, so its writes have to prove that the page meant them. */
  readonly by: 'loopback' | 'cookie' | 'bearer';
}

/** The one person of single-user mode, and whoever works on the server's own command line. */
export const OWNER: Principal = { userUuid: null, name: 'user', role: 'admin', by: 'loopback' };

/** The name that the log keeps. Only who is no user may give another one. */
export const nameOf = ({ userUuid, name }: Principal, given: string | undefined): string =>
  userUuid === null ? (given ?? OWNER.name) : name;

/** Of an event that somebody causes: which user, where people sign in. */
export const personOf = ({ userUuid, name }: Principal): { readonly person?: ActingPerson } =>
  userUuid === null ? {} : { person: { user_uuid: userUuid, name } };

/** What a route asks of whoever calls it; `public` and `health` ask nothing. */
export type Need = Role | 'public' | 'health';

/** See it, act on it, or say who else may. */
export type Deed = 'see' | 'act' | 'own';

/** What is known of a session, or of a group, in the eyes of one principal. */
export interface Belonging {
  /** Null: it belongs to whoever started it. */
  readonly groupUuid: string | null;
  readonly createdBy: string | null;
  /** Of the principal in that group; null: none. */
  readonly level: GroupLevel | null;
}

export type Ruling = 'allowed' | 'forbidden' | 'unseen';

const RANK: Readonly<Record<Role, number>> = { viewer: 0, member: 1, admin: 2 };
const DEEDS: Readonly<Record<GroupLevel, readonly Deed[]>> = {
  viewer: ['see'],
  member: ['see', 'act'],
  owner: ['see', 'act', 'own'],
};
const ROLE_OF_SCOPE: Readonly<Record<TokenScope, Role>> = { read: 'viewer', write: 'member', admin: 'admin' };

export const hasRole = ({ role }: Pick<Principal, 'role'>, needed: Role): boolean => RANK[role] >= RANK[needed];

/** A token never may more than its owner may today. */
export function roleWithin(owner: Role, scope: TokenScope): Role {
  return ROLES[Math.min(RANK[owner], RANK[ROLE_OF_SCOPE[scope]])] ?? 'viewer';
}

export const scopeIsWithin = (scope: TokenScope, role: Role): boolean => RANK[ROLE_OF_SCOPE[scope]] <= RANK[role];

export const seesEverything = ({ role }: Pick<Principal, 'role'>): boolean => role === 'admin';

/** Of what may not be seen nothing is said, not even that it is there; of the rest it is said that it may not be done. */
export function ruleOn(principal: Principal, belonging: Belonging, deed: Deed): Ruling {
  if (seesEverything(principal)) return 'allowed';
  const deeds = deedsOf(principal, belonging);
  if (!deeds.includes('see')) return 'unseen';
  const isReader = deed !== 'see' && !hasRole(principal, 'member');
  return deeds.includes(deed) && !isReader ? 'allowed' : 'forbidden';
}

function deedsOf({ userUuid }: Principal, { groupUuid, createdBy, level }: Belonging): readonly Deed[] {
  if (groupUuid !== null) return level === null ? [] : DEEDS[level];
  return createdBy !== null && createdBy === userUuid ? DEEDS.owner : [];
}
