import type { TokenDelta } from '@council/contracts';
import { describe, expect, it } from '@jest/globals';
import { LiveChannel, type OwnDoings } from './live-channel.js';

const turn = { session_uuid: 's', node_id: 'n', agent_id: null, turn_id: 't', attempt: 1 };
const delta = (offset: number, chunk: string, attempt = 1): TokenDelta => ({ ...turn, attempt, offset, chunk });

function setUp() {
  const live = new LiveChannel();
  const told: string[] = [];
  const carrier: OwnDoings = {
    onEvents: () => told.push('events'),
    onDelta: ({ chunk }) => told.push(`"${chunk}"`),
    onClosed: () => told.push('closed'),
    onFollowed: (session, isFollowed) => told.push(`${isFollowed ? 'follow' : 'leave'} ${session}`),
  };
  return { live, told, carrier };
}

describe('text that another process speaks', () => {
  it('is shown as it comes, and from its begin to who joins in the middle', () => {
    const { live } = setUp();
    const shown: string[] = [];
    live.onDelta(({ chunk }) => shown.push(chunk));
    expect([live.hearDelta(delta(0, 'One ')), live.hearDelta(delta(4, 'two.'))]).toEqual([true, true]);
    expect(shown).toEqual(['One ', 'two.']);
    expect(live.openTurns('s')).toEqual([delta(0, 'One two.')]);
    expect(live.ownTurns('s')).toEqual([]);
    live.hearClosed(turn);
    expect(live.openTurns('s')).toEqual([]);
  });

  it('is not shown with a hole in it, and is whole again when its begin has come', () => {
    const { live } = setUp();
    live.hearDelta(delta(0, 'One '));
    expect(live.hearDelta(delta(8, 'three'))).toBe(false);
    expect(live.hearDelta(delta(0, 'One two three'))).toBe(true);
    expect(live.hearDelta(delta(5, 'text of attempt 2', 2))).toBe(false);
    live.hearDelta(delta(0, 'Anew', 2));
    expect(live.openTurns('s')).toEqual([delta(0, 'Anew', 2)]);
  });

  it('is forgotten when nobody here follows the session any more', () => {
    const { live } = setUp();
    const [first, second] = [live.follow('s'), live.follow('s')];
    live.hearDelta(delta(0, 'One'));
    first();
    first();
    expect(live.openTurns('s')).toHaveLength(1);
    second();
    expect(live.openTurns('s')).toEqual([]);
  });

  it('gives way to the same turn when it is spoken here', () => {
    const { live } = setUp();
    live.hearDelta(delta(0, 'there'));
    live.say({ ...turn, attempt: 2 }, 'here');
    expect(live.openTurns('s')).toEqual([delta(0, 'here', 2)]);
  });
});

describe('what this process does itself', () => {
  it('is carried on, and what it only heard of is not', () => {
    const { live, told, carrier } = setUp();
    const leave = live.follow('before');
    live.carry(carrier);
    live.publish('s', []);
    live.say(turn, 'text');
    live.close(turn);
    live.hearDelta(delta(0, 'heard'));
    live.hearOfGrowth('s', 7);
    live.hearOfNew('s');
    leave();
    expect(told).toEqual(['follow before', 'events', '"text"', 'closed', 'leave before']);
  });
});
