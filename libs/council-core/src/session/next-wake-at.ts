import { dueEffects } from './due-effects.js';
import type { SessionState } from './state.js';

/** When a session that rests has to be driven again, RFC 3339; null: when somebody does something. */
export function nextWakeAt(state: SessionState): string | null {
  const times = dueEffects(state).flatMap((effect) => (effect.type === 'wait' ? [effect.until] : []));
  return times.toSorted()[0] ?? null;
}
