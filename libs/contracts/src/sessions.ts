import { z } from 'zod';
import { EXAMPLE_IDS } from './example-ids.js';
import { EXAMPLE_EXECUTE, EXAMPLE_MESSAGE, EXAMPLE_SESSION } from './example-session.js';
import { GraphDefinition } from './graph.js';
import { Trip } from './limits.js';
import { CheckedReference } from './references.js';
import { RoundScore } from './rounds.js';
import { Language, label, text, Uuid } from './text.js';
import { Verdict } from './verdict.js';

export const SessionStatus = z.enum(['pending', 'running', 'paused', 'completed', 'failed', 'cancelled']);
export type SessionStatus = z.infer<typeof SessionStatus>;
export const NodeStatus = z.enum(['pending', 'running', 'completed', 'failed', 'skipped', 'suspended']);
export type NodeStatus = z.infer<typeof NodeStatus>;

const DOCUMENT_MAX = 2_000_000;

export const SessionInput = z.object({
  document_content: text(DOCUMENT_MAX).optional(),
  optimization_objective: text(20_000).optional(),
  /** A string for the prompts; the reference's object form is kept as JSON text. */
  proposal: z
    .union([text(DOCUMENT_MAX), z.record(z.string(), z.unknown())])
    .optional()
    .transform((value) => (typeof value === 'object' ? JSON.stringify(value, null, 2) : value)),
  attachments: z
    .array(z.object({ name: text(255).optional(), content: text(DOCUMENT_MAX) }))
    .max(20)
    .optional(),
  combined_context: text(DOCUMENT_MAX).optional(),
  group_uuid: Uuid.optional(),
  group_id: Uuid.optional(),
});
export type SessionInput = z.infer<typeof SessionInput>;

export const Budget = z
  .object({ usd: z.number().positive().max(1_000_000).optional(), tokens: z.int().min(1).optional() })
  .refine(({ usd, tokens }) => usd !== undefined || tokens !== undefined, { message: 'name usd, tokens, or both' });
export type Budget = z.infer<typeof Budget>;

export const ExecuteRequest = z
  .object({
    /** What the session may use at most. */
    budget: Budget.optional(),
    graph: GraphDefinition.optional(),
    template_uuid: Uuid.optional(),
    workflow_uuid: Uuid.optional(),
    input: SessionInput.prefault({}),
    group_uuid: Uuid.optional(),
    title: label(200).optional(),
    language: Language.optional(),
    /** Who sits here in this session, by whom the graph names: in every seat of theirs. `overrides` name who sits. */
    members: z.record(Uuid, Uuid).default({}),
    overrides: z
      .record(
        Uuid,
        z.object({ provider: label(64), model: label(128), temperature: z.number().min(0).max(2).optional() }),
      )
      .default({}),
  })
  .meta({ id: 'ExecuteRequest', example: EXAMPLE_EXECUTE });
export type ExecuteRequest = z.infer<typeof ExecuteRequest>;

export const SessionStarted = z
  .object({ session_uuid: Uuid, status: z.literal('started') })
  .meta({ id: 'SessionStarted', example: { session_uuid: EXAMPLE_IDS.session, status: 'started' } });
export type SessionStarted = z.infer<typeof SessionStarted>;

/** Who speaks for the session: a model, or the labelled rehearsal engine. */
export const Engine = z.object({ kind: z.enum(['model', 'extractive', 'scripted']), name: z.string() });
export type Engine = z.infer<typeof Engine>;

export const ModelName = z.object({ provider: z.string(), model: z.string() });
export type ModelName = z.infer<typeof ModelName>;

/** A place at the table. `wanted` is what the agent is bound to, `used` is what really speaks. */
export const Seat = z.object({
  node_id: z.string(),
  /** Where a node has several. */
  seat_id: z.string().optional(),
  agent_uuid: z.string().nullable(),
  name: z.string(),
  wanted: ModelName,
  used: ModelName,
  state: z.enum(['waiting', 'speaking', 'done', 'failed', 'skipped']),
});
export type Seat = z.infer<typeof Seat>;

export const Usage = z.object({
  input_tokens: z.int(),
  output_tokens: z.int(),
  /** USD; null while a model of unknown price has spoken. */
  cost_usd: z.number().nullable(),
  is_estimated: z.boolean(),
});
export type Usage = z.infer<typeof Usage>;

export const SessionError = z.object({ code: z.string(), message: z.string(), node_id: z.string().nullable() });
export type SessionError = z.infer<typeof SessionError>;

/** Somebody is asked, and the session goes on when they have decided. */
export const WaitingFor = z.object({
  review_uuid: Uuid,
  node_id: z.string(),
  round: z.int(),
  reason: z.string(),
  expires_at: z.string().nullable(),
});
export type WaitingFor = z.infer<typeof WaitingFor>;

/** A breaker has stopped the session: it opens by a written justification or by the three checks. */
export const Lock = Trip.extend({ detail: z.string(), at: z.string() });
export type Lock = z.infer<typeof Lock>;

export const SessionView = z
  .object({
    session_uuid: Uuid,
    group_uuid: z.string(),
    workflow_uuid: z.string(),
    status: SessionStatus,
    proposal: z.unknown(),
    node_statuses: z.record(z.string(), NodeStatus),
    started_at: z.string().nullable(),
    ended_at: z.string().nullable(),
    title: z.string(),
    language: Language,
    objective: z.string(),
    outcome: z.enum(['full', 'degraded', 'capped', 'early']).nullable(),
    waiting_for: z.array(WaitingFor),
    lock: Lock.nullable(),
    error: SessionError.nullable(),
    round: z.int(),
    verdict: Verdict.nullable(),
    usage: Usage,
    budget: Budget.nullable(),
    /** What the session's loops decided, round by round. */
    score_history: z.array(RoundScore),
    engine: Engine,
    seats: z.array(Seat),
    last_seq: z.int(),
    /** Null: it began by itself. */
    forked_from: z.object({ session_uuid: Uuid, seq: z.int() }).nullable(),
    created_at: z.string(),
  })
  .meta({ id: 'Session', example: EXAMPLE_SESSION });
export type SessionView = z.infer<typeof SessionView>;

/** What can be changed of a session after the fact. */
export const SessionEdit = z
  .strictObject({
    /** What a transform yields has no JSON schema of its own: the pipe's end describes it. */
    title: label(200)
      .transform((value) => value.trim())
      .pipe(z.string()),
  })
  .meta({ id: 'SessionEdit', example: { title: 'The memo about Saturdays, second reading' } });
export type SessionEdit = z.infer<typeof SessionEdit>;

export const SessionList = z
  .object({ items: z.array(SessionView), next_cursor: z.string().nullable() })
  .meta({ id: 'SessionList', example: { items: [EXAMPLE_SESSION], next_cursor: null } });
export type SessionList = z.infer<typeof SessionList>;

export const ControlRequest = z
  .object({ action: z.enum(['pause', 'resume', 'stop', 'finish']) })
  .meta({ id: 'ControlRequest', example: { action: 'pause' } });
export type ControlRequest = z.infer<typeof ControlRequest>;

export const ControlResult = z.object({ session_uuid: Uuid, status: SessionStatus, action: z.string() }).meta({
  id: 'ControlResult',
  example: { session_uuid: EXAMPLE_IDS.session, status: 'paused', action: 'pause' },
});
export type ControlResult = z.infer<typeof ControlResult>;

export const Message = z
  .object({
    message_uuid: Uuid,
    seq: z.int(),
    node_id: z.string(),
    agent_uuid: z.string().nullable(),
    agent_name: z.string(),
    content: z.string(),
    references: z.array(CheckedReference),
    token_count: z.int(),
    created_at: z.string(),
  })
  .meta({ id: 'Message', example: EXAMPLE_MESSAGE });
export type Message = z.infer<typeof Message>;
export const MessageList = z
  .object({ items: z.array(Message), next_cursor: z.string().nullable() })
  .meta({ id: 'MessageList', example: { items: [EXAMPLE_MESSAGE], next_cursor: null } });
export type MessageList = z.infer<typeof MessageList>;

/** A whole number in a query string. */
const queryInt = (min: number, max: number, fallback: number) =>
  z.coerce.number().int().min(min).max(max).default(fallback);

export const SessionQuery = z.object({
  status: SessionStatus.optional(),
  group_uuid: Uuid.optional(),
  workflow_uuid: Uuid.optional(),
  q: text(200).optional(),
  cursor: text(200).optional(),
  limit: queryInt(1, 100, 20),
});
export type SessionQuery = z.infer<typeof SessionQuery>;

export const EventQuery = z.object({ since: queryInt(0, 2_147_483_647, 0), limit: queryInt(1, 1_000, 500) });
export type EventQuery = z.infer<typeof EventQuery>;

export const MessageQuery = z.object({ cursor: queryInt(0, 2_147_483_647, 0), limit: queryInt(1, 200, 100) });
export type MessageQuery = z.infer<typeof MessageQuery>;

export const ReportQuery = z.object({ format: z.enum(['md', 'json']).default('md') });
export type ReportQuery = z.infer<typeof ReportQuery>;
