// A test file that leaves a repeating timer of ours behind fails here, by name. Jest runs the next file in the same
// process, and what the timer throws there would be told of that file: seen with the pulse of a gateway, half a minute
// later. What a package leaves (aimock sweeps its jobs) is ended without a word.
import { TestEnvironment } from 'jest-environment-node';

/** Whoever set it: the second frame, the first is this file's. */
const isOfPackage = ({ stack }) => /node_modules/.test(stack.split('\n    at ')[2] ?? '');

export default class EndingIntervals extends TestEnvironment {
  intervals = new Map();

  constructor(...args) {
    super(...args);
    const { setInterval, clearInterval } = this.global;
    this.global.setInterval = Object.assign((...more) => {
      const timer = setInterval(...more);
      this.intervals.set(
        timer,
        new this.global.Error('an interval is still set when its test file ends: clear it in the test'),
      );
      return timer;
    }, setInterval);
    this.global.clearInterval = (timer) => {
      this.intervals.delete(timer);
      clearInterval(timer);
    };
  }

  /** The hooks of the file have run. */
  handleTestEvent({ name }, state) {
    if (name !== 'run_finish') return;
    const left = [...this.intervals.values()].find((error) => !isOfPackage(error));
    for (const timer of this.intervals.keys()) this.global.clearInterval(timer);
    if (left !== undefined) state.unhandledErrors.push(left);
  }
}
