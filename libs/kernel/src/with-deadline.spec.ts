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
    const work = withDeadline(new AbortController().signal, 50, untilAborted);
    collect();
    await expect(work).rejects.toMatchObject({ name: 'TimeoutError' });
  });

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
