import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { Need } from '../rules.js';

/**
 * What the route is about: `session`, `review` and `group` have their id in the address, and the guard asks whose they
 * are. `body`: the service asks, of the group that the body names. `own`: it answers with what is the caller's own.
 */
export type About = 'session' | 'review' | 'group' | 'group-owner' | 'body' | 'own';

export interface Decision {
  readonly need: Need;
  readonly about?: About;
}

export const DECISION = 'council:decision';

/**
 * Who may call a route. A viewer's route sees, a member's acts. Every route carries one: without it the guard refuses
 * everybody, and a test fails.
 */
export const Allow = (need: Need, about?: About) => {
  const decision: Decision = about === undefined ? { need } : { need, about };
  return applyDecorators(SetMetadata(DECISION, decision), ApiExtension('x-access', decision));
};
