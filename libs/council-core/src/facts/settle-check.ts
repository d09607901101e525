import type { CheckedClaim, NewEvent } from '@council/contracts';
import type { CheckClaimsEffect } from '../session/effects.js';

/** What checked claims leave in the log. A claim that is unclear is not supported. */
export function settleCheck(effect: CheckClaimsEffect, claims: readonly CheckedClaim[]): readonly NewEvent[] {
  const supported = claims.filter(({ state }) => state === 'supported').length;
  const share = claims.length === 0 ? null : Math.round((supported / claims.length) * 1_000) / 1_000;
  const passed = claims.length > 0 && supported / claims.length >= effect.threshold;
  return [factCheck(effect, { status: 'checked', reason: '', claims: [...claims], share, passed })];
}

/** The sources could not be reached: nothing is checked, and nothing has passed. */
export const failCheck = (effect: CheckClaimsEffect, reason: string): readonly NewEvent[] => [
  factCheck(effect, { status: 'not_checked', reason, claims: [], share: null, passed: false }),
];

type Found = Omit<Extract<NewEvent, { event: 'fact_check:completed' }>['data'], 'threshold'>;

const factCheck = ({ nodeId, threshold }: CheckClaimsEffect, found: Found): NewEvent => ({
  event: 'fact_check:completed',
  node_id: nodeId,
  data: { ...found, threshold },
});
