import { GROUP_LEVELS, ROLES, TOKEN_SCOPES } from '@council/contracts';
import { describe, expect, it } from '@jest/globals';
import { type Belonging, type Deed, hasRole, nameOf, OWNER, type Principal, roleWithin, ruleOn } from './rules.js';

const GROUP = 'g';
const as = (role: Principal['role'], userUuid = 'me'): Principal => ({ userUuid, name: 'Me', role, by: 'cookie' });
const inGroup = (level: Belonging['level'], createdBy: string | null = null): Belonging => ({
  groupUuid: GROUP,
  createdBy,
  level,
});
const alone = (createdBy: string | null): Belonging => ({ groupUuid: null, createdBy, level: null });
const DEEDS: readonly Deed[] = ['see', 'act', 'own'];
const rulings = (principal: Principal, belonging: Belonging) =>
  DEEDS.map((deed) => ruleOn(principal, belonging, deed)).join(' ');

describe('what belongs to a group', () => {
  it.each([
    ['viewer', 'viewer', 'allowed forbidden forbidden'],
    ['viewer', 'member', 'allowed forbidden forbidden'],
    ['viewer', 'owner', 'allowed forbidden forbidden'],
    ['member', 'viewer', 'allowed forbidden forbidden'],
    ['member', 'member', 'allowed allowed forbidden'],
    ['member', 'owner', 'allowed allowed allowed'],
  ] as const)('a %s who is its %s: %s', (role, level, expected) => {
    expect(rulings(as(role), inGroup(level))).toBe(expected);
  });

  it('is unseen for everybody else, also for who started it and left', () => {
    for (const role of ['viewer', 'member'] as const) {
      expect(rulings(as(role), inGroup(null, 'me'))).toBe('unseen unseen unseen');
    }
  });
});

describe('what belongs to no group', () => {
  it('is of whoever started it', () => {
    expect(rulings(as('member'), alone('me'))).toBe('allowed allowed allowed');
    expect(rulings(as('viewer'), alone('me'))).toBe('allowed forbidden forbidden');
    expect(rulings(as('member'), alone('you'))).toBe('unseen unseen unseen');
  });

  it('is of no user where no user started it', () => {
    expect(rulings(as('member'), alone(null))).toBe('unseen unseen unseen');
  });
});

it('nothing is closed to an admin', () => {
  for (const belonging of [alone(null), alone('you'), inGroup(null)]) {
    expect(rulings(as('admin'), belonging)).toBe('allowed allowed allowed');
    expect(rulings(OWNER, belonging)).toBe('allowed allowed allowed');
  }
});

it('roles and scopes are steps: a token may do what both it and its owner may', () => {
  const granted = ROLES.map((role) => TOKEN_SCOPES.map((scope) => roleWithin(role, scope)));
  expect(granted).toEqual([
    ['viewer', 'viewer', 'viewer'],
    ['viewer', 'member', 'member'],
    ['viewer', 'member', 'admin'],
  ]);
  expect(ROLES.map((role) => hasRole(as(role), 'member'))).toEqual([false, true, true]);
  expect(GROUP_LEVELS).toEqual(['viewer', 'member', 'owner']);
});

it('only who is no user says under which name they act', () => {
  expect([nameOf(OWNER, undefined), nameOf(OWNER, 'Mira'), nameOf(as('member'), 'Mira')]).toEqual([
    'user',
    'Mira',
    'Me',
  ]);
});
