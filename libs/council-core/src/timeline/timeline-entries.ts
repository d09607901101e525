import type { EventName, EventOf, LogEvent, SessionCreated, TimelineEntry } from '@council/contracts';
import type { TurnTally } from './turn-tallies.js';

/** What the events before it say of an event. */
export interface Context {
  readonly created: SessionCreated | null;
  readonly startedAt: string | null;
  readonly isInherited: boolean;
  readonly tallies: ReadonlyMap<string, TurnTally>;
}

export type EntryPart = Pick<TimelineEntry, 'kind' | 'title'> & Partial<TimelineEntry>;
type Read<Name extends EventName> = (
  event: EventOf<Name> & Pick<LogEvent, 'timestamp'>,
  context: Context,
) => EntryPart | null;

const DETAIL_CHARACTERS = 280;

/** A machine's block at an answer's end says nothing to people, and lines are no matter here. */
function excerpt(text: string): string {
  const plain = text
    .replaceAll(/```[\s\S]*?(```|$)/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return plain.length <= DETAIL_CHARACTERS ? plain : `${plain.slice(0, DETAIL_CHARACTERS - 1).toWellFormed()}…`;
}

function nameOf({ created }: Context, nodeId = ''): string {
  const seat = created?.seats.find(({ node_id }) => node_id === nodeId)?.name;
  const node = created?.graph.nodes[nodeId]?.name;
  return [seat, node].find((name) => name !== undefined && name !== '') ?? nodeId;
}

const titleOf = ({ created }: Context): string => created?.title ?? '';
const since = (from: string | null | undefined, to: string): number | null =>
  from == null ? null : Math.max(0, Date.parse(to) - Date.parse(from));

const turn: Read<'message:completed'> = (event, { tallies, isInherited }) => {
  const { turn_id, agent_name, content, provider, model, references, latency_ms } = event.data;
  const tally = tallies.get(turn_id);
  return {
    kind: 'turn',
    title: agent_name,
    detail: excerpt(content),
    data: {
      provider,
      model,
      attempts: tally?.attempts ?? 1,
      tool_calls: tally?.toolCalls ?? 0,
      references: references.length,
    },
    // Copied events have one time: what is left is how long the last call took.
    duration_ms: isInherited ? latency_ms : since(tally?.begunAt, event.timestamp),
    tokens: tally === undefined ? null : tally.usage.input_tokens + tally.usage.output_tokens,
    cost_usd: tally?.usage.cost_usd ?? null,
  };
};

/** Of a node's states people care for one that is not told by another event. */
const nodeChange: Read<'node_state_change'> = ({ node_id, data: { status, error } }, context) => {
  const title = nameOf(context, node_id);
  if (status === 'skipped') return { kind: 'node_skipped', title };
  if (status !== 'failed') return null;
  return { kind: 'turn_failed', title, detail: error?.message ?? null, data: { code: error?.code ?? null } };
};

const ENTRIES: { readonly [Name in EventName]?: Read<Name> } = {
  'session:created': ({ data }) => ({ kind: 'created', title: data.title, data: { engine: data.engine.kind } }),
  'session:forked': ({ data: { session_uuid, seq, seats } }, context) => ({
    kind: 'forked',
    title: titleOf(context),
    data: { session_uuid, seq, seats },
  }),
  'execution:started': ({ data: { run } }, context) => ({ kind: 'started', title: titleOf(context), data: { run } }),
  'node:parallel_start': ({ node_id, data }, context) => ({
    kind: 'stage',
    title: nameOf(context, node_id),
    data: { branches: data.branches.map((id) => nameOf(context, id)) },
  }),
  'message:completed': turn,
  'ballot:cast': ({ data: { agent_name, choice, reason } }) => ({
    kind: 'ballot',
    title: agent_name,
    detail: excerpt(reason),
    data: { choice },
  }),
  'verdict:recorded': ({ node_id, data: { kind, weighted_total, verdict, exit_recommendation } }, context) => ({
    kind: 'verdict',
    title: nameOf(context, node_id),
    detail: verdict === '' ? null : excerpt(verdict),
    data: { verdict_kind: kind, weighted_total, exit_recommendation },
  }),
  'seat:replaced': ({ data: { from, to, error } }) => ({
    kind: 'seat_replaced',
    title: from.name,
    detail: error.message,
    data: { by: to.name, provider: to.provider, model: to.model, code: error.code },
  }),
  node_state_change: nodeChange,
  'file:written': ({ data: { path, version, author, reason, is_proposed } }) => ({
    kind: 'file_written',
    title: path,
    detail: reason === '' ? null : reason,
    data: { version, author, is_proposed: is_proposed === true },
  }),
  'document:moved': ({ data: { path, version, by, reason } }) => ({
    kind: 'document_moved',
    title: path,
    detail: reason === '' ? null : reason,
    data: { version, by },
  }),
  'report:ready': ({ node_id, data: { characters } }, context) => ({
    kind: 'report',
    title: nameOf(context, node_id),
    data: { characters },
  }),
  'execution:paused': ({ data: { reason } }, context) => ({
    kind: 'paused',
    title: titleOf(context),
    data: { reason },
  }),
  'execution:resumed': ({ data: { reason } }, context) => ({
    kind: 'resumed',
    title: titleOf(context),
    data: { reason },
  }),
  'control:stop': ({ data: { reason } }, context) => ({ kind: 'stopped', title: titleOf(context), data: { reason } }),
  'execution:error': ({ data: { error, code } }, context) => ({
    kind: 'failed',
    title: titleOf(context),
    detail: error,
    data: { code },
  }),
  'execution:completed': ({ data: { status, outcome }, timestamp }, context) => ({
    kind: 'ended',
    title: titleOf(context),
    data: { status, outcome },
    duration_ms: since(context.startedAt, timestamp),
  }),
};

export function readEntry(event: LogEvent, context: Context): EntryPart | null {
  const read = ENTRIES[event.event] as Read<EventName> | undefined;
  return read?.(event, context) ?? null;
}
