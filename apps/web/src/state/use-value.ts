import { useSyncExternalStore } from 'react';
import type { Value } from './value';

export function useValue<T>(value: Value<T>): T {
  return useSyncExternalStore(value.subscribe, value.get);
}
