import { readStored, store } from './stored';
import { Value } from './value';

/** Whether this browser shows what only those need who look behind things: ids, raw data, the engine's figures. */
export const isExpert = new Value(readStored('expert') === 'on');

export function chooseExpert(next: boolean): void {
  isExpert.set(next);
  store('expert', next ? 'on' : null);
}
