// A test file that leaves a repeating timer of ours behind fails here, by name. Jest runs the next file in the same
// process, and what the timer throws there would be told of that file: seen with the pulse of a gateway, half a minute
// later. What a package leaves (aimock sweeps its jobs) is ended without a word.
import { afterAll } from '@jest/globals';

const { setInterval, clearInterval } = globalThis;
const running = new Map();

globalThis.setInterval = Object.assign((...args) => {
  const timer = setInterval(...args);
  running.set(timer, new Error('an interval that is still set when its test file ends; clear it in the test'));
  return timer;
}, setInterval);
globalThis.clearInterval = (timer) => {
  running.delete(timer);
  clearInterval(timer);
};

/** Whoever set it: the second frame, the first is this file's. */
const isOfPackage = ({ stack }) => /node_modules/.test(stack.split('\n    at ')[2] ?? '');

afterAll(() => {
  const left = [...running.values()].find((error) => !isOfPackage(error));
  for (const timer of running.keys()) clearInterval(timer);
  running.clear();
  if (left !== undefined) throw left;
});
