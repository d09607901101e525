import { setTimeout as sleep } from 'node:timers/promises';
import type { SessionView } from '@council/contracts';
import type { SessionReader } from '@council/council';
import { type EventStore, fold, isTerminal, nextWakeAt } from '@council/council-core';
import type { InProcessRunner } from '@council/dispatch';

export interface WaitMeans {
  readonly runner: Pick<InProcessRunner, 'run'>;
  readonly reader: Pick<SessionReader, 'view'>;
  readonly store: Pick<EventStore, 'read' | 'lastSeqs'>;
  /** How often the end of the log is looked at. */
  readonly lookMs: number;
  /** After this long the session is tried again whatever its log says: whoever drove it may have died. */
  readonly tryAgainMs: number;
}

/** Drives the session, or waits for whoever does: a server on the same database may have been faster. */
export async function untilOver(sessionUuid: string, means: WaitMeans): Promise<SessionView> {
  for (;;) {
    await means.runner.run(sessionUuid);
    const session = await means.reader.view(sessionUuid);
    if (isTerminal(session.status)) return session;
    await untilDue(session, means);
  }
}

/** Waiting costs one read a look: the lease is only taken when there is something to do with it. */
async function untilDue({ session_uuid, last_seq }: SessionView, means: WaitMeans): Promise<void> {
  const now = Date.now();
  const wakeAt = Date.parse(nextWakeAt(fold(await means.store.read(session_uuid))) ?? '') || Infinity;
  // What is due already is done by somebody else, who needs a moment for it.
  const until = Math.max(now + means.lookMs, Math.min(now + means.tryAgainMs, wakeAt));
  for (let left = until - Date.now(); left > 0; left = until - Date.now()) {
    const seqs = await means.store.lastSeqs([session_uuid]);
    if ((seqs.get(session_uuid) ?? 0) > last_seq) return;
    await sleep(Math.min(left, means.lookMs));
  }
}
