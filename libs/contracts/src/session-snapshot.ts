import { z } from 'zod';
import { Capabilities, ModelConfig } from './agents.js';
import { GraphDefinition } from './graph.js';
import { BreakerLimits } from './limits.js';
import { Budget, Engine, ModelName } from './sessions.js';
import { Language } from './text.js';

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
  /** A node with several seats names each; without it, the node has one. */
  seat_id: z.string().optional(),
  agent: AgentSnapshot.nullable(),
  name: z.string(),
  wanted: ModelName,
  used: ModelName,
  price: Price,
  /** What the model reads and writes at most, together; absent: not known. */
  context_tokens: z.int().optional(),
  /** How it speaks, where no agent says it. */
  manner: z.object({ temperature: z.number().optional(), max_tokens: z.int().optional() }).optional(),
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
  group: z
    .object({
      group_uuid: z.string(),
      name: z.string(),
      constitution: z.string(),
      /** The group's month is capped: each call has to be allotted before it is made. */
      has_budget: z.boolean().optional(),
    })
    .nullable(),
  graph: GraphDefinition,
  engine: Engine,
  seats: z.array(SeatSnapshot),
  /** Absent in older logs, as all that follows. Names of reviews derive from it. */
  session_uuid: z.string().optional(),
  budget: Budget.nullish(),
  limits: BreakerLimits.nullish(),
  /** The tokens that the session was expected to use; breakers measure against it. */
  expected_tokens: z.int().nullish(),
  /** Where claims can be checked; none: fact checks say `not_checked`. */
  evidence_sources: z.array(z.string()).optional(),
  /** Whose log the copied events come from, up to which of its events, and that one's hash. */
  forked_from: z.object({ session_uuid: z.string(), seq: z.int(), head_hash: z.string().nullable() }).nullish(),
});
export type SessionCreated = z.infer<typeof SessionCreated>;
