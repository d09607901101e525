import type { Schemas } from '@/api/client';

const BUSY_MS = 3_000;
const IDLE_MS = 15_000;

interface Asked {
  readonly state: { readonly data?: Schemas['SessionList'] | undefined };
}

/** How soon a list of sessions is asked for again: soon while one of them moves. */
export function refetchWhileBusy({ state }: Asked): number {
  const isMoving = state.data?.items.some(({ status }) => status === 'running' || status === 'pending');
  return isMoving === true ? BUSY_MS : IDLE_MS;
}
