import type { LogEvent, TokenDelta } from '@council/contracts';
import { startTransition, useEffect, useState } from 'react';
import { api } from '@/api/client';
import { tabChannel } from '@/live/tab-channel';
import { RoomFold } from './room-fold';
import { eventOf, type RoomLog } from './room-log';

/** How long changes wait for each other before the page is drawn anew. */
const DRAW_MS = 80;
const PAGE = 1_000;

/** The session's log, read from its begin and followed: a reload and a live view end in the same. Null: not read yet. */
export function useRoomLog(sessionUuid: string): { readonly log: RoomLog | null; readonly error: Error | null } {
  const [log, setLog] = useState<RoomLog | null>(null);
  const [error, setError] = useState<Error | null>(null);
  useEffect(() => follow(sessionUuid, setLog, setError), [sessionUuid]);
  return { log, error };
}

function follow(sessionUuid: string, draw: (log: RoomLog) => void, fail: (error: Error) => void): () => void {
  const abort = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stop = (): void => undefined;
  const begin = async (): Promise<void> => {
    const fold = await readLog(sessionUuid, abort.signal);
    if (abort.signal.aborted) return;
    // All of it at once would keep the page from answering: it is drawn turn by turn.
    const whole = fold.log;
    startTransition(() => {
      draw(whole);
    });
    const watch = tabChannel.watch(sessionUuid, fold.seq, (frame) => {
      const event = eventOf(frame);
      if (event !== null) fold.take(event);
      else if (frame.event === 'token_stream') {
        if (!fold.takeDelta(frame.data as unknown as TokenDelta, frame.timestamp)) watch.again();
      }
      timer ??= setTimeout(() => {
        timer = undefined;
        draw(fold.log);
      }, DRAW_MS);
    });
    stop = () => {
      watch.stop();
    };
  };
  begin().catch((cause: unknown) => {
    if (!abort.signal.aborted && cause instanceof Error) fail(cause);
  });
  return () => {
    abort.abort();
    clearTimeout(timer);
    stop();
  };
}

async function readLog(sessionUuid: string, signal: AbortSignal): Promise<RoomFold> {
  const fold = new RoomFold();
  for (;;) {
    const params = { path: { id: sessionUuid }, query: { since: fold.seq, limit: PAGE } };
    const { data }: { data?: unknown } = await api.GET('/api/v1/sessions/{id}/events', { params, signal });
    const { events } = data as { events: readonly LogEvent[] };
    for (const event of events) fold.take(event);
    if (events.length < PAGE) return fold;
  }
}
