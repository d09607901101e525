import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import { withDeadline } from './with-deadline.js';

const untilAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    const aborted = (): void => {
      reject(signal.reason as Error);
    };
    if (signal.aborted) aborted();
    signal.addEventListener('abort', aborted);
  });

describe('withDeadline', () => {
  it('ends the work in time, also when the garbage is collected meanwhile', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const work = withDeadline(new AbortController().signal, 300, untilAborted);
    const ended = expect(work).rejects.toMatchObject({ name: 'TimeoutError' });
    // What is let go of within a turn of the loop can be collected in a later one only.
    for (let turn = 0; turn < 5; turn += 1) {
      await setImmediate();
      collect();
    }
    await ended;
  }, 10_000);

  it('ends it with the caller, for the reason of the caller', async () => {
    const caller = new AbortController();
    const work = withDeadline(caller.signal, 60_000, untilAborted);
    caller.abort(new Error('stopped'));
    await expect(work).rejects.toThrow('stopped');
    await expect(withDeadline(caller.signal, 60_000, untilAborted)).rejects.toThrow('stopped');
  });

  it('hands on what the work gives', async () => {
    const caller = new AbortController();
    expect(await withDeadline(caller.signal, 60_000, async () => 'done')).toBe('done');
  });
});
