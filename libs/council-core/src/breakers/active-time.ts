import type { Trip } from '@council/contracts';
import type { WaitEffect } from '../session/effects.js';
import type { SessionState } from '../session/state.js';

/**
 * When a session that works has worked too long without waiting for anybody. The time is that of the log, so that it
 * survives whoever drives the session. Nothing while it rests, or where this breaker is off.
 */
export function activeTimeEffects({ created, active }: SessionState): readonly WaitEffect[] {
  const minutes = created?.limits?.active_minutes ?? null;
  const since = Date.parse(active.since ?? '');
  if (minutes === null || Number.isNaN(since)) return [];
  const until = new Date(since + Math.max(0, minutes * 60_000 - active.ms)).toISOString();
  return [{ type: 'wait', key: 'active-time', nodeId: '', until, events: [tripped(minutes)] }];
}

function tripped(minutes: number): { event: 'circuit_breaker:tripped'; data: Trip } {
  const message = `the session has worked for ${minutes} minutes without waiting for anybody`;
  return {
    event: 'circuit_breaker:tripped',
    data: { reason: 'active_time', message, value: minutes, limit: minutes },
  };
}
