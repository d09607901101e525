import type { EventOf, NewEvent } from '@council/contracts';
import { copiedEvents, fold, type ForkableEvent, forkPoint, isTerminal, lastForkable } from '@council/council-core';
import { AppError } from '@council/kernel';
import type { ForkDraft } from './fork-drafts.js';
import type { ForkableLog } from './forkable-logs.repository.js';

/** What a fork begins with, as it is appended. */
export interface Beginning {
  /** The last event that is kept of the other log. */
  readonly seq: number;
  readonly created: EventOf<'session:created'>;
  readonly more: readonly (readonly NewEvent[])[];
}

/** A fork's own first event, those that it keeps of the other log, and where its own bill begins. */
export function beginFork(
  { sessionUuid, sourceUuid }: { readonly sessionUuid: string; readonly sourceUuid: string },
  { events, hashOf }: ForkableLog,
  { created, changed }: ForkDraft,
  wanted?: number,
): Beginning {
  if (events === null) throw tooOld();
  const seq = forkPoint(events, changed, wanted);
  if (seq === null) throw noSuchEvent(wanted, events);
  const kept = events.slice(0, seq);
  const state = fold(kept.map(({ event }) => event));
  if (isTerminal(state.status)) throw nothingLeft(events);
  const forked_from = { session_uuid: sourceUuid, seq, head_hash: hashOf(seq) };
  const inherited = { session_uuid: sourceUuid, seq, seats: [...changed], inherited_usage: state.usage };
  return {
    seq,
    created: { event: 'session:created', data: { ...created, session_uuid: sessionUuid, forked_from } },
    more: [...copiedEvents(kept, { sessionUuid, changed }), [{ event: 'session:forked', data: inherited }]],
  };
}

function noSuchEvent(wanted: number | undefined, events: readonly ForkableEvent[]): AppError {
  const message = `the log of this session has ${events.length} events`;
  const issues = [{ path: 'seq', code: 'FORK.NO_SUCH_EVENT', message }];
  return new AppError('invalid', 'FORK.NO_SUCH_EVENT', `there is no event ${wanted ?? 0}`, { issues });
}

function nothingLeft(events: readonly ForkableEvent[]): AppError {
  const last = lastForkable(events);
  return new AppError(
    'conflict',
    'FORK.NOTHING_LEFT',
    'the session has ended there: nothing is left to be held again',
    {
      detail: `Fork it from an earlier event, at most ${last ?? 1}, or change a seat: then it is forked before that seat spoke.`,
    },
  );
}

const tooOld = (): AppError =>
  new AppError('conflict', 'FORK.OLD_LOG', 'the log of this session does not say what was written together', {
    detail: 'It was held by an older version of the server. Begin a new session with the same document.',
  });
