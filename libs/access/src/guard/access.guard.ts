import { AppError, isUuid } from '@council/kernel';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Access, roleTooLow } from '../access.js';
import type { Owned } from '../rights.js';
import { type Deed, hasRole, type Principal } from '../rules.js';
import { DECISION, type Decision } from './allow.decorator.js';
import { askingOf } from './asking.js';

interface Request {
  readonly raw: object;
  readonly params: Readonly<Record<string, string | undefined>>;
}

/** Reads the decision that each route carries. What carries none is closed to everybody. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly access: Access,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const decision = this.reflector.get<Decision | undefined>(DECISION, context.getHandler());
    if (context.getType() !== 'http' || decision === undefined) throw undecided(context);
    const { need, about } = decision;
    if (need === 'public' || need === 'health') return true;
    const request = context.switchToHttp().getRequest<Request>();
    const { principal } = askingOf(request.raw);
    if (principal === null) throw new AppError('unauthenticated', 'AUTH.REQUIRED', 'you have to sign in');
    const deed = about === 'group-owner' ? 'own' : need === 'viewer' ? 'see' : 'act';
    await this.judgeThing(principal, about, request.params, deed);
    if (!hasRole(principal, need)) throw roleTooLow(need, principal);
    return true;
  }

  /** First of all: whoever may not see a thing does not learn what one would need to touch it. */
  private async judgeThing(
    principal: Principal,
    about: Decision['about'],
    params: Request['params'],
    deed: Deed,
  ): Promise<void> {
    if (about === undefined || about === 'body' || about === 'own') return;
    const owned: Owned = about === 'group-owner' ? 'group' : about;
    const uuid = (about === 'review' ? params['review_uuid'] : params['id']) ?? '';
    // What is no uuid names nothing; the route says so.
    if (isUuid(uuid)) await this.access.assert(principal, owned, uuid.toLowerCase(), deed);
  }
}

function undecided(context: ExecutionContext): Error {
  return new Error(`nobody has decided who may call ${context.getClass().name}.${context.getHandler().name}`);
}
