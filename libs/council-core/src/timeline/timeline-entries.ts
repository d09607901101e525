import type { ActingPerson, EventName, LogEvent } from '@council/contracts';
import { type Context, type EntryPart, nameOf, type Read, since, titleOf } from './entry-parts.js';
import * as person from './person-entries.js';
import * as speech from './speech-entries.js';

const ofSession = (kind: EntryPart['kind'], { title, ...more }: Partial<EntryPart> & { title: string }): EntryPart => ({
  kind,
  title,
  ...more,
});

const byOf = (person: ActingPerson | undefined): Readonly<Record<string, string>> =>
  person === undefined ? {} : { by: person.name };

/** An event that is not here says nothing to people, or nothing that another one does not say. */
const ENTRIES: { readonly [Name in EventName]?: Read<Name> } = {
  'session:created': ({ data }) => ofSession('created', { title: data.title, data: { engine: data.engine.kind } }),
  'session:forked': ({ data: { session_uuid, seq, seats } }, context) =>
    ofSession('forked', { title: titleOf(context), data: { session_uuid, seq, seats } }),
  'execution:started': ({ data: { run } }, context) => ofSession('started', { title: titleOf(context), data: { run } }),
  'node:parallel_start': ({ node_id, data }, context) => ({
    kind: 'stage',
    title: nameOf(context, node_id),
    data: { branches: data.branches.map((id) => nameOf(context, id)) },
  }),
  'node:retried': ({ data }, context) =>
    ofSession('retried', {
      title: titleOf(context),
      data: { nodes: data.nodes.map((id) => nameOf(context, id)), ...byOf(data.person) },
    }),
  'message:completed': speech.turn,
  'ballot:cast': speech.ballot,
  'vote:tallied': speech.vote,
  'verdict:recorded': speech.verdict,
  'fact_check:completed': speech.factCheck,
  'loop:decided': speech.round,
  'seat:replaced': speech.seatReplaced,
  node_state_change: speech.nodeChange,
  'memory:recalled': ({ node_id, data }, context) => ({
    kind: 'memories',
    title: nameOf(context, node_id),
    detail: data.problem,
    data: { found: data.items.length },
  }),
  human_interaction_required: person.reviewRequested,
  'review:expired': person.reviewExpired,
  'review:decided': person.reviewDecided,
  'user:message': person.userMessage,
  'file:written': person.fileWritten,
  'document:moved': person.documentMoved,
  'session:unlocked': person.unlocked,
  'report:ready': ({ node_id, data: { characters } }, context) => ({
    kind: 'report',
    title: nameOf(context, node_id),
    data: { characters },
  }),
  'execution:paused': ({ data: { reason, person } }, context) =>
    ofSession('paused', { title: titleOf(context), data: { reason, ...byOf(person) } }),
  'execution:resumed': ({ data: { reason, person } }, context) =>
    ofSession('resumed', { title: titleOf(context), data: { reason, ...byOf(person) } }),
  'control:stop': ({ data: { reason, person } }, context) =>
    ofSession('stopped', { title: titleOf(context), data: { reason, ...byOf(person) } }),
  'control:finish': ({ data: { reason, person } }, context) =>
    ofSession('finish_requested', { title: titleOf(context), data: { reason, ...byOf(person) } }),
  'budget:reached': ({ data }, context) => ofSession('budget_reached', { title: titleOf(context), data }),
  'circuit_breaker:tripped': ({ data: { message, ...data } }, context) =>
    ofSession('locked', { title: titleOf(context), detail: message, data }),
  'execution:error': ({ data: { error, code } }, context) =>
    ofSession('failed', { title: titleOf(context), detail: error, data: { code } }),
  'execution:completed': ({ data: { status, outcome }, timestamp }, context) =>
    ofSession('ended', {
      title: titleOf(context),
      data: { status, outcome },
      duration_ms: since(context.startedAt, timestamp),
    }),
};

export function readEntry(event: LogEvent, context: Context): EntryPart | null {
  const read = ENTRIES[event.event] as Read<EventName> | undefined;
  return read?.(event, context) ?? null;
}
