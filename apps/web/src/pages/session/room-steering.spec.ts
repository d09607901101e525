import type { LogEvent } from '@council/contracts';
import { expect, it } from '@jest/globals';
import { RoomFold } from './room-fold';
import { withSteering } from './room-steering';

const person = { user_uuid: '5-a', name: 'mira' };
const at = { seq: 1, timestamp: '2026-11-24T10:04:48.000Z' };

it('what somebody known by name did is kept, with the name', () => {
  const paused: LogEvent = { event: 'execution:paused', data: { reason: 'session_paused', person }, ...at };
  expect(withSteering([], paused)).toEqual([{ key: '1', deed: 'paused', by: 'mira', at: at.timestamp }]);
});

it.each<LogEvent>([
  { event: 'execution:paused', data: { reason: 'session_paused' }, ...at },
  { event: 'user:message', data: { message_id: '1', content: 'x', by: 'mira', person }, ...at },
])('$event of $data.by is no such thing', (event) => {
  expect(withSteering([], event)).toEqual([]);
});

it('a node that is tried again begins anew, and it is said by whom', () => {
  const fold = new RoomFold();
  fold.take({ event: 'node_state_change', node_id: 'a', data: { status: 'failed' }, ...at });
  fold.take({ event: 'node:retried', data: { nodes: ['a'], person }, ...at, seq: 2 });
  expect(fold.log.nodes['a']?.status).toBe('pending');
  expect(fold.log.steering).toMatchObject([{ deed: 'retried', by: 'mira' }]);
});
