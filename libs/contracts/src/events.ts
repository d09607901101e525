import { z } from 'zod';
import { Capabilities, ModelConfig } from './agents.js';
import { Ballot } from './ballots.js';
import { GraphDefinition } from './graph.js';
import { CheckedReference } from './references.js';
import { Engine, ModelName, NodeStatus, Usage } from './sessions.js';
import { Language } from './text.js';
import { Verdict } from './verdict.js';

/** USD per 1,000 tokens; null where the price is not known. */
export const Price = z.object({ input_per_1k: z.number(), output_per_1k: z.number() }).nullable();
export type Price = z.infer<typeof Price>;

/** An agent as it was when the session began: later edits do not reach a running session. */
export const AgentSnapshot = z.object({
  agent_uuid: z.string(),
  name: z.string(),
  persona_prompt: z.string(),
  model_config: ModelConfig,
  /** Absent in older logs: everything is off. */
  capabilities: Capabilities.optional(),
});
export type AgentSnapshot = z.infer<typeof AgentSnapshot>;

const Sitting = z.object({
  node_id: z.string(),
  agent: AgentSnapshot.nullable(),
  name: z.string(),
  wanted: ModelName,
  used: ModelName,
  price: Price,
});
export const SeatSnapshot = Sitting.extend({
  /** Who takes the seat, one after the other, when a model has finally failed in it. */
  fallbacks: z.array(Sitting).optional(),
});
export type SeatSnapshot = z.infer<typeof SeatSnapshot>;

/** Event 1: everything the session depends on, so that replay needs nothing else. */
export const SessionCreated = z.object({
  engine_version: z.int(),
  /** 32 hex digits from which nonces, orders and tie-breaks derive. */
  seed: z.string(),
  title: z.string(),
  language: Language,
  objective: z.string(),
  /** The document under work, CRLF folded; null when only a question was asked. */
  document: z.string().nullable(),
  proposal: z.string().nullable(),
  context: z.string().nullable(),
  group: z.object({ group_uuid: z.string(), name: z.string(), constitution: z.string() }).nullable(),
  graph: GraphDefinition,
  engine: Engine,
  seats: z.array(SeatSnapshot),
  /** Whose log the copied events come from, up to which of its events, and that one's hash. */
  forked_from: z.object({ session_uuid: z.string(), seq: z.int(), head_hash: z.string().nullable() }).nullish(),
});
export type SessionCreated = z.infer<typeof SessionCreated>;

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
  event('node_state_change', z.object({ status: NodeStatus, error: Failure.optional() })),
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
    }),
  ),
  /** The document under work is this version from now on. */
  event('document:moved', z.object({ path: z.string(), version: z.int(), by: z.string(), reason: z.string() })),
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
  event('verdict:recorded', Verdict),
  event('report:ready', z.object({ sha256: z.string(), characters: z.int() })),
  event('execution:paused', z.object({ reason: z.string() })),
  event('execution:resumed', z.object({ reason: z.string() })),
  event('control:stop', z.object({ reason: z.string() })),
  event('error', z.object({ error: z.string(), code: z.string() })),
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
