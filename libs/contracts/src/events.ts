import { z } from 'zod';
import { BY_PERSON } from './acting-person.js';
import { Ballot, Tally } from './ballots.js';
import { Trip, Unlocking } from './limits.js';
import { CheckedReference } from './references.js';
import { ReviewDecided, ReviewRequested } from './reviews.js';
import { LoopDecided } from './rounds.js';
import { Claim, FactCheck } from './fact-checks.js';
import { RecalledItem } from './memory.js';
import { SessionCreated } from './session-snapshot.js';
import { ModelName, NodeStatus, Usage } from './sessions.js';
import { Verdict } from './verdict.js';

const Failure = z.object({ code: z.string(), message: z.string() });
const UsageCount = z.object({ input_tokens: z.int(), output_tokens: z.int(), is_estimated: z.boolean() });

/** What one call can cost at worst: it is put aside when the call begins, and gone where nobody says what it used. */
export const Reservation = z.object({
  input_tokens: z.int(),
  output_tokens: z.int(),
  /** Null where the price is not known. */
  cost_usd: z.number().nullable(),
});
export type Reservation = z.infer<typeof Reservation>;
/** Who sits in a seat, as an event names it. */
const Sitter = z.object({ agent_id: z.string().nullable(), name: z.string(), ...ModelName.shape });

const event = <Name extends string, Data extends z.ZodType>(name: Name, data: Data) =>
  z.object({ event: z.literal(name), node_id: z.string().optional(), data });

/** What can happen to a session. Names that the reference knows are kept; the rest is in the same manner. */
export const NewEvent = z.discriminatedUnion('event', [
  event('session:created', SessionCreated),
  /** Everything before it was copied: it was paid for by the other session, and this one's bill begins here. */
  event(
    'session:forked',
    z.object({ session_uuid: z.string(), seq: z.int(), seats: z.array(z.string()), inherited_usage: Usage }),
  ),
  event('execution:started', z.object({ run: z.int() })),
  event(
    'node_state_change',
    z.object({
      status: NodeStatus,
      error: Failure.optional(),
      /** Of the innermost loop around the node; absent outside of loops. */
      round: z.int().optional(),
      /** Why it is skipped, where that does not follow from its edges. */
      reason: z.enum(['join_lost', 'finished_early']).optional(),
    }),
  ),
  event('node:parallel_start', z.object({ branches: z.array(z.string()) })),
  event('join:settled', z.object({ delivered: z.array(z.string()), missing: z.array(z.string()) })),
  event(
    'file:written',
    z.object({
      path: z.string(),
      version: z.int(),
      content: z.string(),
      author: z.string(),
      reason: z.string(),
      /** The version that its writer had read; null: none. Absent in older logs. */
      base_version: z.int().nullish(),
      /** A proposal does not become the document under work before somebody takes it. */
      is_proposed: z.boolean().optional(),
      ...BY_PERSON,
    }),
  ),
  /** The document under work is this version from now on. */
  event(
    'document:moved',
    z.object({ path: z.string(), version: z.int(), by: z.string(), reason: z.string(), ...BY_PERSON }),
  ),
  event(
    'model_call:started',
    z.object({
      turn_id: z.string(),
      agent_id: z.string().nullable(),
      attempt: z.int(),
      provider: z.string(),
      model: z.string(),
      /** Older logs put nothing aside. */
      reserved: Reservation.nullish(),
      /** What such a call uses at most as a rule: far below its worst case. Older logs lack it. */
      foreseen: z.object({ input_tokens: z.int(), output_tokens: z.int() }).nullish(),
    }),
  ),
  event(
    'model_call:failed',
    z.object({
      turn_id: z.string(),
      attempt: z.int(),
      error: Failure,
      retry_in_ms: z.int().nullable(),
      /** What the attempt used up all the same; null when nothing was sent. Older logs lack these three. */
      usage: UsageCount.extend({ estimated_cost_usd: z.number().nullable() }).nullish(),
      latency_ms: z.int().nullish(),
      /** What it had said until then, at most 20,000 characters. */
      partial_text: z.string().nullish(),
    }),
  ),
  /** A model has asked for tools and waits for their answers. The attempt is over and paid for. */
  event(
    'tool_calls:requested',
    z.object({
      turn_id: z.string(),
      attempt: z.int(),
      agent_id: z.string().nullable(),
      /** What it said before it asked. */
      content: z.string(),
      calls: z.array(z.object({ id: z.string(), name: z.string(), input: z.string() })).min(1),
      latency_ms: z.int(),
    }),
  ),
  event(
    'tool_execution',
    z.object({
      turn_id: z.string(),
      call_id: z.string(),
      agent_id: z.string().nullable(),
      tool: z.string(),
      /** JSON as the model wrote it; long texts in it are shortened, `tool_calls:requested` has them whole. */
      input: z.string(),
      output: z.string(),
      is_error: z.boolean(),
      /** The output was longer than what a turn can read. */
      is_cut: z.boolean(),
      latency_ms: z.int(),
      file: z.object({ path: z.string(), version: z.int() }).optional(),
    }),
  ),
  /** A typed answer could not be read: the model is asked to mend it, once. The attempt is over and paid for. */
  event(
    'answer:rejected',
    z.object({
      turn_id: z.string(),
      attempt: z.int(),
      agent_id: z.string().nullable(),
      content: z.string(),
      problem: z.string(),
      latency_ms: z.int(),
    }),
  ),
  /** The model in a seat has finally failed, and another takes the turn over. */
  event(
    'seat:replaced',
    z.object({ turn_id: z.string(), fallback: z.int(), from: Sitter, to: Sitter, error: Failure }),
  ),
  event(
    'message:completed',
    z.object({
      turn_id: z.string(),
      attempt: z.int(),
      agent_id: z.string().nullable(),
      agent_name: z.string(),
      provider: z.string(),
      model: z.string(),
      content: z.string(),
      references: z.array(CheckedReference),
      latency_ms: z.int(),
      /** How often tools were asked for; absent: never. */
      tool_turns: z.int().optional(),
      /** It had to answer because no more calls of tools were allowed. */
      is_tool_allowance_spent: z.boolean().optional(),
    }),
  ),
  event(
    'token_usage',
    UsageCount.extend({
      turn_id: z.string(),
      /** Absent in older logs, in which a turn was one attempt that counted. */
      attempt: z.int().optional(),
      agent_id: z.string().nullable(),
      provider: z.string(),
      model: z.string(),
      total_tokens: z.int(),
      estimated_cost_usd: z.number().nullable(),
      cumulative_session_tokens: z.int(),
      cumulative_session_cost_usd: z.number().nullable(),
      /** The answer was at hand: no model was asked, and the cost is 0. */
      is_cached: z.boolean().optional(),
    }),
  ),
  event('ballot:cast', Ballot.extend({ turn_id: z.string(), agent_id: z.string().nullable(), agent_name: z.string() })),
  event('vote:tallied', Tally),
  event('route:taken', z.object({ next_ids: z.array(z.string()), reason: z.string() })),
  event('sequence:progress', z.object({ child: z.string(), done: z.int(), total: z.int() })),
  event('loop:decided', LoopDecided),
  event(
    'loop:round_opened',
    z.object({ round: z.int(), nodes: z.array(z.string()), instruction: LoopDecided.shape.instruction }),
  ),
  event('human_interaction_required', ReviewRequested),
  event('review:reminder', z.object({ review_uuid: z.string() })),
  event('review:expired', z.object({ review_uuid: z.string() })),
  event('review:decided', ReviewDecided),
  /** The reference's word for a review whose decision has taken effect. */
  event('node_resumed', z.object({ review_action: z.string(), reviewer: z.string() })),
  event('claims:extracted', z.object({ turn_id: z.string(), claims: z.array(Claim), agent_id: z.string().nullable() })),
  event('fact_check:completed', FactCheck),
  event(
    'memory:recalled',
    z.object({ query: z.string(), items: z.array(RecalledItem), problem: z.string().nullable() }),
  ),
  event('context:synthesised', z.object({ text: z.string(), kept: z.int(), folded: z.int() })),
  event('verdict:recorded', Verdict),
  event('report:ready', z.object({ sha256: z.string(), characters: z.int() })),
  event('execution:paused', z.object({ reason: z.string(), ...BY_PERSON })),
  event('execution:resumed', z.object({ reason: z.string(), ...BY_PERSON })),
  /** Nobody had driven the session for a while, and somebody does again: the time between was no work. */
  event('session:taken_over', z.object({})),
  event('control:stop', z.object({ reason: z.string(), ...BY_PERSON })),
  /** Answer now: what runs is heard out, nothing more is asked. */
  event('control:finish', z.object({ reason: z.enum(['user', 'deadline']), ...BY_PERSON })),
  /** The next call does not fit under the cap: the session ends with what it has. */
  event(
    'budget:reached',
    z.object({
      scope: z.enum(['session', 'group']),
      unit: z.enum(['usd', 'tokens']),
      cap: z.number(),
      needed: z.number(),
    }),
  ),
  /** The session may use so much more of its group's month; `total` is what it may use of that month in all. */
  event(
    'budget:allotted',
    z.object({
      month: z.string(),
      usd: z.number(),
      total: z.number(),
      /** Nothing was at work when it was asked for: the session has waited for it. Absent in older logs. */
      is_awaited: z.boolean().optional(),
    }),
  ),
  /** What it does not need goes back to the group; what it needs later has to be asked for anew. */
  event('budget:returned', z.object({ month: z.string(), usd: z.number(), total: z.number() })),
  event('user:message', z.object({ message_id: z.string(), content: z.string(), by: z.string(), ...BY_PERSON })),
  event('signal:received', z.object({ payload: z.unknown() })),
  /** These nodes begin anew, with all that they had led to. */
  event('node:retried', z.object({ nodes: z.array(z.string()), ...BY_PERSON })),
  /** A turn that failed is spoken once more by the same seat. */
  event('turn:retried', z.object({ turn_id: z.string(), retry: z.int(), error: Failure })),
  event('circuit_breaker:tripped', Trip),
  event('session:unlocked', Unlocking),
  /** `turn_id`: of which seat, where the node has several. */
  event('error', z.object({ error: z.string(), code: z.string(), turn_id: z.string().optional() })),
  event('execution:error', z.object({ error: z.string(), code: z.string() })),
  event(
    'execution:completed',
    z.object({
      status: z.enum(['completed', 'failed', 'cancelled']),
      outcome: z.enum(['full', 'degraded', 'capped', 'early']).nullable(),
    }),
  ),
]);
export type NewEvent = z.infer<typeof NewEvent>;
export type EventName = NewEvent['event'];
export type EventOf<Name extends EventName> = Extract<NewEvent, { event: Name }>;

/** A new event with its place in the log. `seq` counts from 1 without a gap; `timestamp` is the database's clock. */
export type LogEvent = NewEvent & { readonly seq: number; readonly timestamp: string };
