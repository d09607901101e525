import { AppError } from '@council/kernel';
import { Injectable } from '@nestjs/common';
import { type Owned, Rights } from './rights.js';
import { type Deed, type Principal, ruleOn, type Ruling, seesEverything } from './rules.js';

/** Asked where a request names a thing that has an owner. */
@Injectable()
export class Access {
  constructor(private readonly rights: Rights) {}

  /** What is not there is as unseen as what others own. Admins are not asked for. */
  async rule(principal: Principal, owned: Owned, uuid: string, deed: Deed): Promise<Ruling> {
    if (seesEverything(principal)) return 'allowed';
    const belonging = await this.rights.of(owned, uuid, principal);
    return belonging === null ? 'unseen' : ruleOn(principal, belonging, deed);
  }

  async assert(principal: Principal, owned: Owned, uuid: string, deed: Deed): Promise<void> {
    const ruling = await this.rule(principal, owned, uuid, deed);
    if (ruling === 'unseen') throw unseen(owned);
    if (ruling === 'forbidden') throw forbidden(owned, principal, deed);
  }
}

function unseen(owned: Owned): AppError {
  switch (owned) {
    case 'session':
      return new AppError('not-found', 'SESSION.NOT_FOUND', 'there is no such session');
    case 'review':
      return new AppError('not-found', 'REVIEW.NOT_FOUND', 'there is no such review');
    case 'group':
      return new AppError('not-found', 'GROUP.NOT_FOUND', 'group not found');
  }
}

function forbidden(owned: Owned, principal: Principal, deed: Deed): AppError {
  if (principal.role === 'viewer') return roleTooLow('member', principal);
  const needed = deed === 'own' ? 'an owner' : 'a member';
  return new AppError('forbidden', 'AUTH.GROUP_FORBIDDEN', `only ${needed} of its group may do that to this ${owned}`, {
    detail: 'Ask an owner of the group, or an admin.',
  });
}

export function roleTooLow(needed: 'viewer' | 'member' | 'admin', { role }: Principal): AppError {
  return new AppError('forbidden', 'AUTH.FORBIDDEN', `this needs the role ${needed}`, {
    detail: `You speak as ${role}. An admin can give you another role, or the token another scope.`,
  });
}
