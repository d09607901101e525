import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { tabChannel } from './tab-channel';

/** Frames come in bursts: what is read again is read once for each. */
const SETTLE_MS = 400;

/**
 * Whatever happens in the session from `since` on makes everything be read again that was asked under its uuid. For
 * pages that show its state; one that shows the words as they come watches the channel itself.
 */
export function useLiveSession(sessionUuid: string, since: number | undefined): void {
  const client = useQueryClient();
  const isKnown = since !== undefined;
  useEffect(() => {
    if (since === undefined) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const watch = tabChannel.watch(sessionUuid, since, ({ event }) => {
      if (event === 'token_stream') return;
      timer ??= setTimeout(() => {
        timer = undefined;
        void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey.includes(sessionUuid) });
      }, SETTLE_MS);
    });
    return () => {
      clearTimeout(timer);
      watch.stop();
    };
    // Where it begins is where it was first known; the channel itself goes on from there.
  }, [sessionUuid, isKnown, client]);
}
