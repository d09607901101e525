import { describe, expect, it } from '@jest/globals';
import { Turns } from './turns.js';

describe('the commands of one socket', () => {
  it('are done one after the other, and not read beyond what may wait', async () => {
    const said: string[] = [];
    const turns = new Turns({ pause: () => said.push('pause'), resume: () => said.push('resume') });
    let working = 0;
    const most = { working: 0 };
    const ends: Promise<void>[] = [];
    for (let number = 0; number < 100; number += 1) {
      ends.push(
        new Promise((resolve) => {
          turns.take(async () => {
            working += 1;
            most.working = Math.max(most.working, working);
            await Promise.resolve();
            working -= 1;
            resolve();
          });
        }),
      );
    }
    expect(said).toEqual(['pause']);
    await Promise.all(ends);
    await new Promise((resolve) => setImmediate(resolve));
    expect([most.working, said]).toEqual([1, ['pause', 'resume']]);
  });
});
