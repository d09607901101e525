import { EventEmitter } from 'node:events';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { WebSocket } from 'ws';
import { Pulse } from './pulse.js';

class FakeSocket extends EventEmitter {
  readonly said: string[] = [];
  ping(): void {
    this.said.push('ping');
  }
  terminate(): void {
    this.said.push('cut');
  }
}

describe('the pulse', () => {
  const pulse = new Pulse();
  const followed: WebSocket[] = [];
  const follow = (): FakeSocket => {
    const socket = new FakeSocket();
    followed.push(socket as unknown as WebSocket);
    pulse.follow(socket as unknown as WebSocket);
    return socket;
  };
  afterEach(() => {
    for (const socket of followed.splice(0)) pulse.forget(socket);
  });

  it('leaves alone who answers, and cuts who does not', () => {
    const [alive, dead] = [follow(), follow()];
    pulse.beat();
    alive.emit('pong');
    pulse.beat();
    expect([alive.said, dead.said]).toEqual([
      ['ping', 'ping'],
      ['ping', 'cut'],
    ]);
  });

  it('asks nothing of who has gone', () => {
    const gone = follow();
    pulse.forget(gone as unknown as WebSocket);
    pulse.beat();
    expect(gone.said).toEqual([]);
  });
});
